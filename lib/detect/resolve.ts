import {
  ACTOR_VERBS,
  COMPANY_BEFORE,
  COMPANY_BEFORE_TWO,
  COMPANY_VERBS,
  FUNCTION_WORDS,
  SHARES_AFTER,
} from './cues';
import type { Directory, NameEntry } from './directory';
import { AT, type Candidate, type Candidates, EVIDENCE, type Evidence, type Mention } from './types';
import { isLegalForm, type Word, wordsOf } from './words';

/** Words of the market per thousand words from which a page counts as one about stocks. */
const FINANCE_PAGE = 6;

/** A company read from a candidate, before it is decided which of several readings of a place stands. */
type Reading = Mention;

/** A name found in a phrase. */
interface NameMatch {
  candidate: Candidate;
  entry: NameEntry;
  words: Word[];
  from: number;
}

/**
 * Decides which candidates are companies, and which companies they are. Marks that carry a symbol come first,
 * then names, then symbols alone; each next step may lean on what the page has already shown.
 */
export function resolve(candidates: Candidates, directory: Directory): Mention[] {
  return new Page(candidates, directory).read();
}

class Page {
  private readings: Reading[] = [];
  /** Companies that the page shows by a mark or their whole name. */
  private introduced = new Set<string>();
  /** Companies that the page shows by a mark. */
  private marked = new Set<string>();
  /** Places taken by listings outside the US. */
  private foreign: Candidate[] = [];
  private own: Set<string>;
  private finance: boolean;

  constructor(
    private candidates: Candidates,
    private directory: Directory,
  ) {
    this.own = new Set(
      candidates.page.symbols
        .map((symbol) => directory.symbol(symbol))
        .filter((symbol) => symbol !== undefined),
    );
    this.finance = (candidates.page.finance ?? 0) >= FINANCE_PAGE;
    for (const ticker of [...this.own, ...candidates.known]) this.introduced.add(ticker);
  }

  read(): Mention[] {
    this.readMarks();
    this.readNames();
    this.readBare();
    return this.settle();
  }

  private add(
    { block, start, end, text }: Pick<Candidate, 'block' | 'start' | 'end' | 'text'>,
    ticker: string,
    evidence: Evidence,
    reason: string,
  ) {
    this.readings.push({ ticker, block, start, end, surface: text, evidence, reason });
  }

  // Marks

  private readMarks() {
    const cells: Candidate[] = [];
    const refused = new Set<string>();
    const later: (() => void)[] = [];
    for (const item of this.candidates.items) {
      if (item.mark === 'phrase') continue;
      if (item.mark === 'foreign') {
        this.foreign.push(item);
        continue;
      }
      const ticker = this.directory.symbol(item.symbol!);
      if (!ticker) continue;
      const agrees = this.agrees(ticker, item.name);
      const name = this.directory.nameOf(ticker);
      switch (item.mark) {
        case 'exchange':
          if (agrees === 'other') break;
          this.mark(item, ticker, 'exchange', `The page gives ${item.symbol} with its exchange`);
          break;
        case 'ric':
          if (agrees === 'other') break;
          this.mark(item, ticker, 'ric', `The page gives the news agency's code for ${name}`);
          break;
        case 'cashtag':
          later.push(() => {
            if (this.directory.isWord(ticker) && !this.finance && !this.introduced.has(ticker)) return;
            if (ticker.length === 1 && !this.introduced.has(ticker)) return;
            this.mark(item, ticker, 'cashtag', `The page writes $${item.symbol}, as traders do`);
          });
          break;
        case 'paren':
          if (agrees === 'same') this.mark(item, ticker, 'paren', `The symbol follows the name ${item.name}`);
          else if (agrees === 'unknown') {
            later.push(() => {
              const plain = !this.directory.isWord(ticker) && ticker.length > 3 && this.finance;
              if (plain || this.introduced.has(ticker))
                this.mark(item, ticker, 'paren', 'The symbol stands in brackets');
            });
          }
          break;
        case 'cell':
          if (agrees === 'other' && this.looksLikeCompany(item.name ?? ''))
            refused.add(`${item.block} ${ticker}`);
          else if (agrees === 'same') this.mark(item, ticker, 'table', `The row names ${name}`);
          else cells.push(item);
          break;
        case 'link':
        case 'attr': {
          const shown = this.shows(item.text, ticker);
          if (!shown) break;
          later.push(() => {
            if (refused.has(`${item.block} ${ticker}`)) return;
            this.mark(
              {
                ...item,
                start: item.start + shown.start,
                end: item.start + shown.end,
                text: item.text.slice(shown.start, shown.end),
              },
              ticker,
              item.mark === 'attr' ? 'table' : 'link',
              item.mark === 'attr'
                ? `The page's own widget shows ${item.symbol}`
                : `The link goes to the quote page of ${item.symbol}`,
            );
          });
        }
      }
    }
    for (const step of later) step();
    this.readColumns(cells);
  }

  private mark(item: Candidate, ticker: string, evidence: Evidence, reason: string) {
    this.marked.add(ticker);
    this.introduced.add(ticker);
    this.add(item, ticker, evidence, reason);
  }

  /** Symbols without a name beside them: a column of mostly listed symbols is a column of symbols. */
  private readColumns(cells: Candidate[]) {
    const columns = new Map<string, Candidate[]>();
    let previous = -9;
    let chips = 0;
    for (const cell of cells) {
      if (!cell.column && cell.block - previous > 1) chips++;
      previous = cell.block;
      const key = cell.column ?? `chips ${chips}`;
      columns.set(key, [...(columns.get(key) ?? []), cell]);
    }
    for (const column of columns.values()) {
      const tickers = new Set(column.map((cell) => this.directory.symbol(cell.symbol!)!));
      const plain = [...tickers].filter(
        (ticker) => !this.directory.isWord(ticker) || this.marked.has(ticker),
      );
      const trusted = tickers.size >= 3 && plain.length >= 0.6 * tickers.size;
      for (const cell of column) {
        const ticker = this.directory.symbol(cell.symbol!)!;
        if (trusted || this.marked.has(ticker))
          this.mark(cell, ticker, 'table', 'It stands in a column of symbols');
      }
    }
  }

  /** Where a text names a company, by symbol or by name. */
  private shows(text: string, ticker: string): { start: number; end: number } | undefined {
    const words = wordsOf(text);
    const plain = (symbol: string) => symbol.replace(/[^A-Z]/gi, '').toLowerCase();
    for (const { start, end } of words) {
      const word = text.slice(start, end);
      if (word === word.toUpperCase() && plain(word) === plain(ticker)) return { start, end };
    }
    const spelled = text.search(new RegExp(`\\b${ticker.replace('/', '[./-]')}\\b`));
    if (spelled >= 0) return { start: spelled, end: spelled + ticker.length };
    const keys = words.map(({ word }) => word);
    for (let from = 0; from < words.length; from++) {
      for (const entry of this.directory.lookup(keys, from)) {
        if (entry.companies.flat().includes(ticker))
          return { start: words[from]!.start, end: words[from + entry.length - 1]!.end };
      }
    }
    return undefined;
  }

  /** Whether a name given beside a symbol is that of the company listed under the symbol. */
  private agrees(ticker: string, name: string | undefined): 'same' | 'other' | 'unknown' {
    if (!name) return 'unknown';
    const words = wordsOf(name);
    const keys = words.map(({ word, base }) => base ?? word);
    const whole = words.map(({ word }) => word);
    for (let from = 0; from < words.length; from++) {
      for (const list of [whole, keys]) {
        for (const entry of this.directory.lookup(list, from)) {
          if (!entry.companies.flat().includes(ticker)) continue;
          const rest = whole.slice(from + entry.length).filter((word) => !isLegalForm(word));
          if (entry.length > 1 || entry.full || entry.kind === 's' || rest.length === 0) return 'same';
        }
      }
    }
    const listed = wordsOf(this.directory.nameOf(ticker)).map(({ word }) => word);
    const plain = ticker.toLowerCase().replace('/', '');
    if (keys.join('') === plain || whole.includes(plain)) return 'same';
    const first = keys.find((word) => word !== 'the');
    const listedFirst = listed.find((word) => word !== 'the');
    if (first && listedFirst && first === listedFirst) {
      const rest = keys.slice(keys.indexOf(first) + 1).filter((word) => !isLegalForm(word));
      const listedRest = listed.slice(listed.indexOf(listedFirst) + 1);
      if (rest.length === 0) return 'same';
      const shared = rest.some((word) =>
        listedRest.some((other) => other === word || abbreviates(word, other)),
      );
      return shared ? 'same' : 'other';
    }
    const shared = keys.filter((word) => word.length > 3 && listed.includes(word));
    if (shared.length > 1) return 'same';
    return 'other';
  }

  private looksLikeCompany(name: string): boolean {
    const words = wordsOf(name).map(({ word }) => word);
    if (words.slice(1).some(isLegalForm)) return true;
    return (
      words.some(
        (_, from) =>
          from === 0 && this.directory.lookup(words, from).some((entry) => entry.full || entry.kind === 's'),
      ) ||
      /\b(?:Holdings?|Group|Trust|Bancorp|Financial|Pharma\w*|Therapeutics|Technolog\w+|Energy|Industries|International|Systems|Resources|Partners|Networks|Realty|Properties|Capital)\b/.test(
        name,
      )
    );
  }

  // Names

  private readNames() {
    const matches: NameMatch[] = [];
    for (const candidate of this.candidates.items) {
      if (candidate.mark !== 'phrase') continue;
      const words = wordsOf(candidate.text);
      const keys = words.map(({ word }) => word);
      for (let from = 0; from < words.length; ) {
        const entry = this.longest(words, keys, from);
        if (entry) matches.push({ candidate, entry, words, from });
        from += entry?.length ?? 1;
      }
    }
    const open: NameMatch[] = [];
    for (const match of matches) {
      const reason = this.standsAlone(match);
      if (reason) this.addName(match, reason, true);
      else open.push(match);
    }
    for (const match of open) {
      const ticker = this.companyOf(match.entry);
      if (ticker && this.introduced.has(ticker) && this.fitsLater(match))
        this.addName(match, 'The page has named the company before', false);
    }
  }

  private longest(words: Word[], keys: string[], from: number): NameEntry | undefined {
    const entries = this.directory.lookup(keys, from);
    if (entries.length > 0 && entries[0]!.length > 1) return entries[0];
    // "Apple's" is Apple, unless the possessive is the name
    const last = words.findIndex(
      (word, index) => index >= from && index < from + 6 && word.base !== undefined,
    );
    if (last >= 0) {
      const own = [...keys];
      own[last] = words[last]!.base!;
      const possessive = this.directory.lookup(own, from).find((entry) => entry.length === last - from + 1);
      if (possessive && (!entries[0] || possessive.length > entries[0].length)) return possessive;
    }
    return entries[0];
  }

  /** The company that a name stands for; undefined when it may be several. */
  private companyOf(entry: NameEntry): string | undefined {
    let { companies } = entry;
    if (companies.length > 1)
      companies = companies.filter((classes) => classes.some((symbol) => this.introduced.has(symbol)));
    if (companies.length !== 1) return undefined;
    const classes = companies[0]!;
    return classes.find((symbol) => this.marked.has(symbol)) ?? classes[0];
  }

  private addName({ candidate, entry, words, from }: NameMatch, reason: string, introduces: boolean) {
    const ticker = this.companyOf(entry);
    if (!ticker) return;
    if (introduces) this.introduced.add(ticker);
    let last = from + entry.length - 1;
    while (last + 1 < words.length && isLegalForm(words[last + 1]!.word)) last++;
    const start = words[from]!.start;
    const end =
      last === from + entry.length - 1 ? (words[last]!.baseEnd ?? words[last]!.end) : words[last]!.end;
    const { block, text } = candidate;
    this.add(
      { block, start: candidate.start + start, end: candidate.start + end, text: text.slice(start, end) },
      ticker,
      'name',
      reason,
    );
  }

  /** Why a name is a company's with nothing else on the page to say so; undefined when it is not sure. */
  private standsAlone(match: NameMatch): string | undefined {
    const { candidate, entry, words, from } = match;
    const at = candidate.at ?? 0;
    const next = from + entry.length;
    const first = words[from]!;
    const previous = words[from - 1]?.word;
    const following = words[next]?.word;
    const last = words[next - 1]!;
    const possessive = last.base !== undefined;
    const joinedBefore =
      previous !== undefined &&
      !FUNCTION_WORDS.has(previous) &&
      previous !== '&' &&
      adjoins(candidate.text, words, from - 1);
    const joinedAfter =
      following !== undefined &&
      following !== '&' &&
      !FUNCTION_WORDS.has(following) &&
      adjoins(candidate.text, words, next - 1);
    const legal = following !== undefined && isLegalForm(following) && !possessive;
    const company = this.companyOf(entry);
    if (!company) return undefined;
    const name = this.directory.nameOf(company);
    const line = at & (AT.caps | AT.title);

    if (entry.kind === 's') {
      if (legal || entry.length > 1) {
        if (legal && joinedBefore && entry.length === 1 && !line) return undefined;
        return `It is the name of ${name}`;
      }
      if (!entry.full && joinedAfter && !line && !possessive) return undefined;
      return `It is the name of ${name}`;
    }
    if (legal && entry.full && !joinedBefore) return `It is the name of ${name} with its legal form`;
    if (entry.kind === 'l') return undefined;
    if (line && entry.kind !== 'f') {
      if (at & AT.whole && words.length === entry.length) return undefined;
      return undefined;
    }
    const before = (from === 0 ? candidate.before : previous) ?? '';
    const after = (next === words.length ? candidate.after : following) ?? '';
    const afterWord = after.split(' ')[0]!;
    if (joinedBefore || (joinedAfter && !possessive)) {
      if (!(entry.kind === 'f' && !joinedBefore) && !SHARES_AFTER.has(afterWord)) return undefined;
    }
    const beforeWord = before.split(' ').at(-1)!;
    const cue =
      SHARES_AFTER.has(afterWord) ||
      COMPANY_VERBS.has(afterWord) ||
      COMPANY_BEFORE.has(beforeWord) ||
      COMPANY_BEFORE_TWO.test(before);
    const startsSentence = from === 0 && (at & AT.start) !== 0;
    if (entry.kind === 'f') {
      if (!startsSentence || cue || possessive || ACTOR_VERBS.has(afterWord) || line)
        return `It is best known as ${name}`;
      return undefined;
    }
    if (entry.kind === 'c') {
      if (
        cue &&
        !/^(?:the|a|an|this|that|your|our|their|its|his|her|my|no|any|each|every|new)$/.test(beforeWord)
      )
        return `It is ${name}: the words around it speak of a company`;
      return undefined;
    }
    if (entry.kind === 'n') {
      if (SHARES_AFTER.has(afterWord) || COMPANY_BEFORE_TWO.test(before))
        return `It is ${name}: the words around it speak of a company`;
    }
    void first;
    return undefined;
  }

  /** Whether a short name may refer to a company that the page has named. */
  private fitsLater(match: NameMatch): boolean {
    const { candidate, entry, words, from } = match;
    const at = candidate.at ?? 0;
    const next = from + entry.length;
    const previous = words[from - 1]?.word;
    const following = words[next]?.word;
    if (entry.length > 1) return true;
    if (at & AT.caps) return false;
    const possessive = words[next - 1]!.base !== undefined;
    if (previous !== undefined && !FUNCTION_WORDS.has(previous) && previous !== '&') return false;
    if (
      following !== undefined &&
      following !== '&' &&
      !FUNCTION_WORDS.has(following) &&
      !possessive &&
      !isLegalForm(following)
    )
      return false;
    const afterWord = ((next === words.length ? candidate.after : following) ?? '').split(' ')[0]!;
    const beforeWord = ((from === 0 ? candidate.before : previous) ?? '').split(' ').at(-1)!;
    if (/^(?:the|a|an|this|that|your|our|their|its|his|her|my|no|any|each|every)$/.test(beforeWord))
      return false;
    if (from === 0 && at & AT.start)
      return (
        possessive ||
        SHARES_AFTER.has(afterWord) ||
        COMPANY_VERBS.has(afterWord) ||
        ACTOR_VERBS.has(afterWord)
      );
    return !(at & AT.title) || SHARES_AFTER.has(afterWord) || COMPANY_VERBS.has(afterWord) || possessive;
  }

  // Symbols alone

  private readBare() {
    for (const candidate of this.candidates.items) {
      if (candidate.mark !== 'phrase' || (candidate.at ?? 0) & AT.caps) continue;
      for (const match of candidate.text.matchAll(
        /(?<![\w&.'’-])[A-Z]{1,5}(?:[./-][A-Z])?(?![\w&'’-]|\.\w)/g,
      )) {
        const ticker = this.directory.symbol(match[0]);
        if (!ticker) continue;
        const reason = this.standsBare(candidate, match.index, match[0], ticker);
        if (reason)
          this.add(
            {
              block: candidate.block,
              start: candidate.start + match.index,
              end: candidate.start + match.index + match[0].length,
              text: match[0],
            },
            ticker,
            'bare',
            reason,
          );
      }
    }
  }

  private standsBare(
    candidate: Candidate,
    index: number,
    symbol: string,
    ticker: string,
  ): string | undefined {
    const at = candidate.at ?? 0;
    const before = (index === 0 ? candidate.before : candidate.text.slice(0, index)) ?? '';
    const end = index + symbol.length;
    const after = (end === candidate.text.length ? candidate.after : candidate.text.slice(end)) ?? '';
    const afterWord = after.trim().toLowerCase().split(/[\s,]/)[0]!;
    const cue =
      /^(?:shares|stock|calls|puts|options)$/.test(afterWord) ||
      /\b(?:shares of|shares in|long|short|bought|sold|own|owning|buying|ticker)\s*$/i.test(before);
    const word = this.directory.isWord(ticker);
    if (this.introduced.has(ticker)) {
      if (!word) return 'The page shows the same symbol with its company';
      if (this.marked.has(ticker) && cue) return 'The page shows the same symbol with its company';
      if (this.own.has(ticker) && at & AT.whole) return 'It is the symbol of this page';
      return undefined;
    }
    if (!word && cue && this.finance) return 'The words around it speak of shares';
    if (!word && symbol.length > 3 && this.finance) return 'The page is about stocks';
    return undefined;
  }

  /** One reading for each place: the one with the strongest evidence, then the longest. */
  private settle(): Mention[] {
    const strength = (reading: Reading) => EVIDENCE.indexOf(reading.evidence);
    const taken = new Map<number, Reading[]>();
    for (const { block, start, end } of this.foreign)
      taken.set(block, [...(taken.get(block) ?? []), { block, start, end } as Reading]);
    const kept: Reading[] = [];
    for (const reading of this.readings.toSorted(
      (a, b) => strength(a) - strength(b) || b.end - b.start - (a.end - a.start),
    )) {
      const here = taken.get(reading.block) ?? [];
      if (here.some(({ start, end }) => start < reading.end && reading.start < end)) continue;
      here.push(reading);
      taken.set(reading.block, here);
      kept.push(
        this.own.has(reading.ticker) && (reading.evidence === 'name' || reading.evidence === 'bare')
          ? { ...reading, evidence: 'page', reason: 'The page is about this company' }
          : reading,
      );
    }
    return kept.sort((a, b) => a.block - b.block || a.start - b.start);
  }
}

/** Whether nothing but a space stands between a word and the next. */
function adjoins(text: string, words: Word[], index: number): boolean {
  const gap = text.slice(words[index]!.end, words[index + 1]!.start);
  return /^[\s\u00a0.-]*$/.test(gap);
}

/** "Inds" for "Industries", "Semi" for "Semiconductor". */
function abbreviates(word: string, other: string): boolean {
  return (
    word.length > 2 &&
    other.length > word.length &&
    other.startsWith(word.slice(0, Math.max(3, word.length - 1)))
  );
}
