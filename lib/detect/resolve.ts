import { isGeneric, isLegalForm, isVague } from './company-words';
import {
  ACTOR_VERBS,
  BODIES,
  COMPANY_VERBS,
  DETERMINERS,
  PEOPLE_BEFORE,
  SECURITY_WORDS,
  SPEECH,
  STATES,
  TITLES,
} from './cues';
import { abbreviates, type Directory, type NameEntry } from './directory';
import { NameInPlace } from './name-in-place';
import { AT, type Candidate, type Candidates, EVIDENCE, type Evidence, type Mention } from './types';
import { WHY, type Why } from './why';
import { type Word, wordsOf } from './words';

/** Words of the market per thousand words from which a page counts as one about stocks. */
const FINANCE_PAGE = 5;

/** Share of a list of capitals that must be listed symbols for it to be a list of them. */
const LISTED = 0.7;

/** A company read from a candidate, before it is decided which of several readings of a place stands. */
type Reading = Omit<Mention, 'reason'> & { why: Why };

/**
 * Decides which candidates are companies, and which companies they are. Marks that carry a symbol come first,
 * then names, then symbols alone; each next step may lean on what the page has already shown.
 */
export function resolve(
  candidates: Candidates,
  directory: Directory,
  /** Kinds of evidence to do without, so that the worth of each can be measured. */
  without: ReadonlySet<Evidence> = new Set(),
): Mention[] {
  return new Page(candidates, directory, without).read();
}

const STRENGTH = Object.fromEntries(EVIDENCE.map((kind, index) => [kind, index])) as Record<Evidence, number>;

const isEnglish = (lang: string | undefined) => lang === '' || lang === 'en';

const isHousehold = ({ kind }: NameEntry) => kind === 'b' || kind === 'p';

/** Words by which names are compared, run together, without those that every name may have. */
function squeeze(text: string): string {
  return wordsOf(text)
    .map(({ word }) => word)
    .filter((word) => word !== 'the' && word !== '&' && !isLegalForm(word))
    .join('');
}

/** Whether a word of capitals, or of one, starts at an offset. */
function isCapitals(text: string, at: number): boolean {
  const isCapital = (code: number) => code > 0x40 && code < 0x5b;
  const second = text.charCodeAt(at + 1);
  return isCapital(text.charCodeAt(at)) && !(second > 0x60 && second < 0x7b);
}

/** Share of the names in an enumeration that must be companies for certain for the others to be, by its length. */
const certainIn = (length: number) => (length > 3 ? 1 / 3 : 1 / 2);

/** The names that are enumerated, each alone between commas or before "and", among enough that are companies for certain. */
function enumeratedWith(names: readonly NameInPlace[], certain: ReadonlySet<NameInPlace>): Set<NameInPlace> {
  const enumerated = new Set<NameInPlace>();
  let row: NameInPlace[] = [];
  const close = () => {
    const known = row.filter((name) => certain.has(name)).length;
    if (row.length > 2 && known >= certainIn(row.length) * row.length)
      row.forEach((name, index) => {
        const begins = name.from === 0 || row[index - 1]?.candidate === name.candidate;
        if (begins && (name.endsCandidate || row[index + 1]?.candidate === name.candidate))
          enumerated.add(name);
      });
    row = [];
  };
  for (const name of names) {
    const last = row.at(-1);
    if (last && !last.isListedBefore(name)) close();
    row.push(name);
  }
  close();
  return enumerated;
}

class Page {
  private readings: Reading[] = [];
  /** The same by block. */
  private readingsIn = new Map<number, Reading[]>();
  /** Phrases that may hold a symbol. */
  private inCapitals: Candidate[] = [];
  private aliases = new Map<string, boolean>();
  /** Companies that the page shows by a mark or their whole name. */
  private introduced = new Set<string>();
  /** Companies that the page shows by a mark. */
  private marked = new Set<string>();
  /** Places taken by symbols that are not ours: listings outside the US, and symbols of companies that are gone. */
  private refused: Candidate[] = [];
  /** Symbols and words that the page uses for companies other than those listed under them. */
  private stale = new Set<string>();
  /** Names, lower case, that the page gives to a person: "Ezra Stiles Gannett". */
  private people = new Set<string>();
  /** Names, lower case, that follow another capitalised word on the page, as a surname does. */
  private borne = new Set<string>();
  private own: Set<string>;
  private finance: boolean;

  constructor(
    private candidates: Candidates,
    private directory: Directory,
    private without: ReadonlySet<Evidence>,
  ) {
    this.own = new Set(
      candidates.page.symbols
        .map((symbol) => directory.symbol(symbol))
        .filter((symbol) => symbol !== undefined),
    );
    this.finance = (candidates.page.finance ?? 0) >= FINANCE_PAGE || this.writesAsTraders();
    for (const ticker of this.own) this.introduced.add(ticker);
  }

  read(): Mention[] {
    this.readMarks();
    this.readDefinitions();
    this.readNames();
    this.readBare();
    return this.settle();
  }

  /** Whether two companies and more are written as traders do, with symbols that are no words: "$CLOV". */
  private writesAsTraders(): boolean {
    const tickers = new Set<string>();
    for (const { mark, text, symbol } of this.candidates.items) {
      if (mark !== 'cashtag' || text !== text.toUpperCase() || symbol!.length < 3) continue;
      const ticker = this.directory.symbol(symbol!);
      if (ticker && !this.directory.isWord(ticker)) tickers.add(ticker);
    }
    return tickers.size > 1;
  }

  private add(
    { block, start, end, text }: Pick<Candidate, 'block' | 'start' | 'end' | 'text'>,
    ticker: string,
    evidence: Evidence,
    why: Why,
  ) {
    if (this.without.has(evidence)) return;
    const reading = { ticker, block, start, end, surface: text, evidence, why };
    this.readings.push(reading);
    const here = this.readingsIn.get(block);
    if (here) here.push(reading);
    else this.readingsIn.set(block, [reading]);
  }

  // Marks

  private readMarks() {
    const cells: Candidate[] = [];
    const later: (() => void)[] = [];
    const refuse = (item: Candidate) => {
      this.refused.push(item);
      this.stale.add(item.symbol!);
    };
    for (const item of this.candidates.items) {
      if (item.mark === 'phrase') continue;
      if (item.mark === 'foreign') {
        this.refused.push(item);
        continue;
      }
      const ticker = this.directory.symbol(item.symbol!);
      if (!ticker) {
        if (item.mark === 'exchange' || item.mark === 'ric' || (item.mark === 'cell' && item.name))
          refuse(item);
        continue;
      }
      const agrees = this.agrees(ticker, item);
      switch (item.mark) {
        case 'exchange':
          if (agrees === 'other') refuse(item);
          else this.mark(item, ticker, 'exchange', WHY.exchange(item.symbol!));
          break;
        case 'ric':
          if (agrees === 'other') refuse(item);
          else this.mark(item, ticker, 'ric', WHY.ric(this.directory.shortNameOf(ticker)));
          break;
        case 'cashtag':
          later.push(() => {
            if (ticker.length === 1 && !this.introduced.has(ticker)) return;
            // "$msgs" is a variable in a program
            const vague = this.directory.isWord(ticker) || item.text !== item.text.toUpperCase();
            if (vague && !this.finance && !this.introduced.has(ticker)) return;
            this.mark(item, ticker, 'cashtag', WHY.cashtag(item.symbol!));
          });
          break;
        case 'paren':
          if (agrees === 'same') this.mark(item, ticker, 'paren', WHY.afterName(item.name!));
          else if (agrees === 'other')
            later.push(() => {
              if (!this.introduced.has(ticker)) this.refused.push(item);
            });
          else {
            later.push(() => {
              const plain = !this.directory.isWord(ticker) && ticker.length > 3 && this.finance;
              if (plain || this.introduced.has(ticker)) this.mark(item, ticker, 'paren', WHY.inBrackets);
            });
          }
          break;
        case 'cell':
          if (agrees === 'same')
            this.mark(item, ticker, 'table', WHY.row(this.directory.shortNameOf(ticker)));
          else if (agrees === 'other' && this.looksLikeCompany(item.name!)) refuse(item);
          else cells.push(item);
          break;
        case 'link':
        case 'attr': {
          const shown = this.shows(item.text, ticker);
          if (!shown) break;
          later.push(() => {
            if (this.isRefused(item)) return;
            const { start, end } = shown;
            this.mark(
              {
                ...item,
                start: item.start + start,
                end: item.start + end,
                text: item.text.slice(start, end),
              },
              ticker,
              item.mark === 'attr' ? 'table' : 'link',
              item.mark === 'attr' ? WHY.widget(item.symbol!) : WHY.link(item.symbol!),
            );
          });
        }
      }
    }
    for (const step of later) step();
    this.readColumns(cells);
  }

  /** 'Citizens Business Bank ("Citizens")': the page means that company by the word, whoever else has it. */
  private readDefinitions() {
    for (const item of this.candidates.items) {
      if (item.mark !== 'phrase' || !item.name) continue;
      const keys = wordsOf(item.text).map(({ word }) => word);
      const entry = this.directory.lookup(keys, 0).find(({ length }) => length === keys.length);
      if (entry?.companies.flat().every((ticker) => this.agrees(ticker, item) === 'other'))
        this.stale.add(item.text);
    }
  }

  private isRefused({ block, start, end }: Candidate): boolean {
    return this.refused.some((other) => other.block === block && other.start < end && start < other.end);
  }

  private mark(item: Candidate, ticker: string, evidence: Evidence, why: Why) {
    if (this.without.has(evidence)) return;
    this.marked.add(ticker);
    this.introduced.add(ticker);
    this.add(item, ticker, evidence, why);
  }

  /** Symbols without a name beside them: a column of mostly listed symbols is a column of symbols. */
  private readColumns(cells: Candidate[]) {
    const columns = new Map<string, Candidate[]>();
    for (const cell of cells) {
      for (const key of cell.columns ?? [`alone in ${cell.block}`]) {
        const column = columns.get(key);
        if (column) column.push(cell);
        else columns.set(key, [cell]);
      }
    }
    for (const column of columns.values()) {
      const tickers = new Set(column.map((cell) => this.directory.symbol(cell.symbol!)!));
      const plain = [...tickers].filter(
        (ticker) => !this.directory.isWord(ticker) || this.marked.has(ticker),
      );
      const trusted = this.finance && tickers.size >= 3 && plain.length >= 0.6 * tickers.size;
      for (const cell of column) {
        const ticker = this.directory.symbol(cell.symbol!)!;
        if (trusted || this.marked.has(ticker)) this.mark(cell, ticker, 'table', WHY.column);
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
  private agrees(ticker: string, { name, mark }: Candidate): 'same' | 'other' | 'unknown' {
    if (!name) return 'unknown';
    const words = wordsOf(name);
    const whole = words.map(({ word }) => word);
    const keys = words.map(({ word, base }) => base ?? word);
    if (keys.every((word) => word === 'the' || isLegalForm(word))) return 'unknown';
    for (let from = 0; from < words.length; from++) {
      for (const list of [whole, keys]) {
        for (const entry of this.directory.lookup(list, from)) {
          if (!entry.companies.flat().includes(ticker)) continue;
          const rest = whole.slice(from + entry.length).filter((word) => !isLegalForm(word));
          if (rest.some((word) => BODIES.has(word))) continue;
          if (
            rest.length === 0 ||
            (entry.full && entry.kind !== 'c' && entry.kind !== 'n') ||
            entry.length > 1
          )
            return 'same';
        }
      }
    }
    if (mark !== 'cell' && ticker.length > 1 && keys.join('') === ticker.toLowerCase().replace('/', ''))
      return 'same';
    const listed = wordsOf(this.directory.shortNameOf(ticker)).map(({ word }) => word);
    const first = keys.find((word) => word !== 'the');
    const listedFirst = listed.find((word) => word !== 'the');
    if (first && first === listedFirst) {
      // Renamed since: "Fortuna Silver Mines (NYSE: FSM)" is Fortuna Mining today
      if (mark === 'exchange' && this.directory.lookup([first], 0).length > 0) return 'same';
      const rest = keys.slice(keys.indexOf(first) + 1).filter((word) => !isLegalForm(word));
      const listedRest = listed.slice(listed.indexOf(first) + 1);
      if (rest.length === 0 || rest.some((word) => listedRest.some((other) => abbreviates(word, other))))
        return 'same';
      return 'other';
    }
    if (keys.some((word) => word.length > 3 && !isGeneric(word) && !isVague(word) && listed.includes(word)))
      return 'same';
    // The end of a name whose beginning is not capitalised: "ioGlobal Devices" gives "Devices"
    if (mark === 'exchange' && keys.every((word) => isLegalForm(word) || listed.includes(word)))
      return 'same';
    if (
      this.directory
        .abbreviated(whole.filter((word) => !isLegalForm(word)))
        ?.companies.flat()
        .includes(ticker)
    )
      return 'same';
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
    const found: NameInPlace[] = [];
    for (const candidate of this.candidates.items) {
      if (candidate.mark !== 'phrase') continue;
      const words = wordsOf(candidate.text);
      if (words.some(({ start }) => isCapitals(candidate.text, start))) this.inCapitals.push(candidate);
      const keys = words.map(({ word }) => word);
      for (let from = 0; from < words.length; ) {
        const entry = this.shortened(candidate, keys, from) ?? this.longest(words, keys, from);
        if (entry) {
          const match = new NameInPlace(candidate, entry, words, from);
          found.push(match);
          if (this.isPerson(match)) this.people.add(match.raw.toLowerCase());
          if (entry.kind === 'n' && match.joinedBefore && !match.inLine)
            this.borne.add(match.raw.toLowerCase());
        }
        from += entry?.length ?? 1;
      }
    }
    const open: NameInPlace[] = [];
    const certain = new Set<NameInPlace>();
    for (const match of found) {
      const company = this.companyOf(match.entry, match);
      const why = company && this.standsAlone(match, company);
      if (why) {
        certain.add(match);
        this.addName(match, company, why, true);
      } else open.push(match);
    }
    const enumerated = this.finance ? enumeratedWith(found, certain) : new Set();
    for (const match of open) {
      const company = this.companyOf(match.entry, match);
      if (!company) continue;
      if (this.introduced.has(company) && this.fitsLater(match, company))
        this.addName(match, company, WHY.elsewhere, false);
      else if (this.standsInList(match) || (enumerated.has(match) && this.mayBeListed(match)))
        this.addName(match, company, WHY.companyList, false);
    }
  }

  private longest(words: Word[], keys: string[], from: number): NameEntry | undefined {
    const named = this.directory.lookup(keys, from);
    const last = words.findIndex(
      (word, index) => index >= from && index < from + 6 && word.base !== undefined,
    );
    if (named.length === 0 && last < 0) return undefined;
    // "Anderson's" is not Andersons
    const entries = named.filter(
      (entry) =>
        words[from + entry.length - 1]!.base === undefined ||
        isHousehold(entry) ||
        entry.companies.flat().some((ticker) => /['’]s\b/i.test(this.directory.nameOf(ticker))),
    );
    // "Apple's" is Apple, unless the possessive is the name; "Hewlett Packard Enterprise's" is not Hewlett Packard
    if (last >= 0) {
      const own = [...keys];
      own[last] = words[last]!.base!;
      const possessive = this.directory.lookup(own, from).find((entry) => entry.length === last - from + 1);
      if (possessive && (!entries[0] || possessive.length > entries[0].length))
        return { ...possessive, possessive: true };
    }
    // "Blackstone Group" is Blackstone, whatever follows the household name
    const brand = entries.find(isHousehold);
    if (brand && entries[0]!.kind === 'l' && `${entries[0]!.companies}` === `${brand.companies}`)
      return brand;
    return entries[0];
  }

  /** Lists of securities cut names short: "INTERNATIONAL BUSINESS MACHS". */
  private shortened(candidate: Candidate, keys: string[], from: number): NameEntry | undefined {
    const line = AT.cell | AT.whole | AT.caps;
    if (from > 0 || ((candidate.at ?? 0) & line) !== line) return undefined;
    if (this.directory.lookup(keys, 0).some(({ length, full }) => full && length > 1)) return undefined;
    let end = keys.length;
    while (end > 1 && (isLegalForm(keys[end - 1]!) || SECURITY_WORDS.has(keys[end - 1]!))) end--;
    return end > 1 ? this.directory.abbreviated(keys.slice(0, end)) : undefined;
  }

  /** The company that a name stands for; undefined when it may be several. */
  private companyOf(entry: NameEntry, match: NameInPlace): string | undefined {
    let { companies } = entry;
    if (companies.length > 1)
      companies = companies.filter((classes) => classes.some((symbol) => this.introduced.has(symbol)));
    if (companies.length !== 1) return undefined;
    const classes = companies[0]!;
    if (classes.length > 1) {
      const named = match.shareClass;
      if (named) {
        const stated = classes.find((symbol) =>
          this.directory.nameOf(symbol).toLowerCase().includes(`class ${named} `),
        );
        if (stated) return stated;
      }
    }
    return classes.find((symbol) => this.marked.has(symbol)) ?? classes[0];
  }

  private addName(match: NameInPlace, ticker: string, why: Why, introduces: boolean) {
    if (introduces) this.introduced.add(ticker);
    const { candidate } = match;
    const { start, end } = match.place;
    const isAlias = this.isAlias(match.raw, ticker);
    this.add(
      {
        block: candidate.block,
        start: candidate.start + start,
        end: candidate.start + end,
        text: candidate.text.slice(start, end),
      },
      ticker,
      isAlias ? 'alias' : 'name',
      isAlias && introduces ? WHY.otherName(match.raw, this.directory.shortNameOf(ticker)) : why,
    );
  }

  private readingsOf({ block }: Pick<Candidate, 'block'>): Reading[] {
    return this.readingsIn.get(block) ?? [];
  }

  /** Whether a name is not the beginning of the name in the listing, as "Moody's" is of "Moody's Corporation". */
  private isAlias(name: string, ticker: string): boolean {
    const key = `${name} ${ticker}`;
    let alias = this.aliases.get(key);
    if (alias === undefined) {
      alias = !squeeze(this.directory.shortNameOf(ticker)).startsWith(squeeze(name));
      this.aliases.set(key, alias);
    }
    return alias;
  }

  /** Why a name is a company's with nothing else on the page to say so; undefined when it is not sure. */
  private standsAlone(match: NameInPlace, company: string): Why | undefined {
    const { entry } = match;
    const { kind } = entry;
    if (
      match.isFund ||
      match.isPlace ||
      match.isExchange ||
      match.isMeasure ||
      (match.endsWord && !isHousehold(entry)) ||
      this.isPerson(match) ||
      this.isStaleSymbol(match)
    )
      return undefined;
    const name = this.directory.nameOf(company);
    if (match.isEntityLine && !match.fillsEntityLine(name)) return undefined;
    if (entry.length === 1 && !match.isPlainLetters) return undefined;
    const isName = WHY.name(this.directory.shortNameOf(company));
    const { joinedAfter, legal, inLine } = match;
    const joinedBefore = match.joinedBefore && this.directory.symbol(match.previousRaw) !== company;
    // "American National Bankshares" is not National Bankshares
    if (joinedBefore && match.endsBankName) return undefined;
    // A part of some longer company name: "Strathspey Crown Holdings Group"
    if (!isHousehold(entry) && !inLine && joinedBefore && (legal || match.genericAfter)) return undefined;
    if (
      legal &&
      entry.full &&
      (!joinedBefore || inLine) &&
      !match.ampersandBefore &&
      match.legalFitsName(name)
    )
      return isName;
    const english = isEnglish(this.candidates.page.lang);

    if (kind !== 'b' && kind !== 's' && !this.marked.has(company) && this.people.has(match.raw.toLowerCase()))
      return undefined;

    switch (kind) {
      case 'b':
        return isName;
      case 'p':
        if (/['’]s$/.test(match.raw)) return this.finance || !this.isSomeones(match) ? isName : undefined;
        if (match.startsSentence && match.isOrdinaryUse && !inLine && !this.finance) return undefined;
        // "Ezra Stiles Gannett"
        return joinedBefore && !inLine ? undefined : isName;
      case 's':
        if (entry.length > 1) return isName;
        if (match.isSymbolCell) return undefined;
        if (match.genericAfter || (!entry.full && (legal || (joinedAfter && !inLine && !match.possessive))))
          return undefined;
        if (!english && !this.finance) return undefined;
        return isName;
      case 'm':
        if (match.isAcronym && !match.isUpperCase) return undefined;
        // "Henry Hyatt", and authors as journals list them: "Smith GE"
        if (joinedBefore && !inLine) return undefined;
        if (match.numberBefore || match.genericAfter || (match.isAcronym && joinedAfter && !inLine))
          return undefined;
        if (match.placeCue || (entry.length === 1 && PEOPLE_BEFORE.has(match.beforeWord))) return undefined;
        return this.finance || match.sharesCue || match.companyCue || match.isIssuerLine ? isName : undefined;
      case 'f':
        if (match.isOrdinaryUse && !inLine && !this.finance) return undefined;
        if (match.genericAfter || (joinedBefore && !inLine)) return undefined;
        // "Apple Crumble", "Apple pie is good"
        if (!this.finance && (inLine || match.startsSentence) && !match.headlineCue) return undefined;
        return WHY.bestKnown(name);
      case 'c':
      case 'n': {
        // All of a cell or line of such a page
        if (
          this.finance &&
          entry.full &&
          entry.length > 1 &&
          match.isWholePhrase &&
          (match.at & AT.whole) !== 0
        )
          return isName;
        if (match.genericAfter || joinedBefore || (joinedAfter && !match.sharesCue && !match.possessive))
          return undefined;
        if ((this.isDetermined(match) && !match.ownerAfter) || match.numberBefore) return undefined;
        const cue =
          kind === 'n'
            ? match.sharesCue ||
              match.ofCue ||
              match.priceCue ||
              (match.isAcronym &&
                match.isUpperCase &&
                (match.cue || (this.finance && /^(?:said|says)$/.test(match.afterWord))))
            : match.cue || (match.afterWord === 'said' && !match.startsSentence);
        if (cue && !(inLine && !match.sharesAfter && match.from > 0)) return WHY.companyWords(name);
        if (kind === 'n' && !this.mayBePerson(match)) return WHY.capital(name);
        // In the middle of a sentence of such a page, a capital makes it a name
        if (
          kind === 'c' &&
          (entry.full || entry.length > 1) &&
          this.finance &&
          english &&
          !inLine &&
          !match.startsSentence &&
          !joinedAfter &&
          match.from === 0 &&
          match.beforeWord !== ''
        )
          return WHY.capital(name);
        return undefined;
      }
      case 'l':
        if (
          match.sharesBefore &&
          match.endsPhrase &&
          !match.genericAfter &&
          !DETERMINERS.has(match.beforeWord)
        )
          return WHY.sharesBefore(name);
        return undefined;
      default:
        return undefined;
    }
  }

  /** "The gap", "your target"; on a page about stocks "that" before a capital mostly begins a clause: "says that Target". */
  private isDetermined({ beforeWord }: NameInPlace): boolean {
    return DETERMINERS.has(beforeWord) && !(this.finance && beforeWord === 'that');
  }

  /** Whether a short name may refer to a company that the page has named. */
  private fitsLater(match: NameInPlace, company: string): boolean {
    const { entry, possessive, afterWord } = match;
    if (entry.kind === 'x' || match.isFund || match.isPlace || this.isStaleSymbol(match)) return false;
    if (match.isEntityLine && !match.fillsEntityLine(this.directory.nameOf(company))) return false;
    if (match.genericAfter && !isHousehold(entry)) return false;
    if (entry.length > 1) return true;
    if (match.at & AT.caps || match.isSymbolCell || DETERMINERS.has(match.beforeWord) || match.numberBefore)
      return false;
    if (match.joinedBefore || (match.joinedAfter && !possessive && !match.legal && !match.sharesAfter))
      return false;
    const listed = match.isWholePhrase && match.commaAfter;
    const cue = possessive || listed || match.sharesAfter || COMPANY_VERBS.has(afterWord);
    if (match.startsSentence) return cue || ACTOR_VERBS.has(afterWord);
    return !(match.at & AT.title) || cue;
  }

  /** Whether an ordinary word stands alone between commas beside another company: "Tesla, Carnival, Nvidia". */
  private standsInList(match: NameInPlace): boolean {
    const { entry, candidate } = match;
    if ((entry.kind !== 'c' && entry.kind !== 'f') || !entry.full || !match.isWholePhrase) return false;
    if (match.isPlace || match.isEntityLine || this.isStaleSymbol(match)) return false;
    return this.readingsOf(candidate).some(
      ({ start, end }) => end + 2 === candidate.start || (match.commaAfter && candidate.end + 2 === start),
    );
  }

  /** Whether a name is a company's when it is enumerated among companies: "Coeur, Hecla, Matador, SM Energy". */
  private mayBeListed(match: NameInPlace): boolean {
    const { entry } = match;
    return (
      (entry.kind === 'l' || ('cn'.includes(entry.kind) && entry.full)) &&
      !match.isPlace &&
      !match.isEntityLine &&
      !this.isStaleSymbol(match) &&
      !this.people.has(match.raw.toLowerCase())
    );
  }

  /** "Henry Ford", "R. Ford", "Ezra Stiles Gannett": a first name or an initial before a name of one word makes it a person's. */
  private isPerson(match: NameInPlace): boolean {
    if (match.entry.length > 1 || match.legal) return false;
    if (match.from === 0 && TITLES.has(match.beforeWord)) return true;
    if (!match.joinedBefore) return false;
    const isGiven = (word: string) =>
      TITLES.has(word) || (word.length === 1 && match.entry.kind !== 'b') || this.directory.isFirstName(word);
    const [first, second] = match.namesBefore;
    if (isGiven(first!) || (second !== undefined && this.directory.isFirstName(second))) return true;
    return match.entry.kind === 'p' && second !== undefined && !match.inLine && !this.finance;
  }

  /**
   * Whether a name may be a person's or a town's after all. On a page about stocks it is a company's where it stands
   * in a sentence as companies do, and nobody on the page is introduced by it.
   */
  private mayBePerson(match: NameInPlace): boolean {
    const { entry, beforeWord, startsSentence, inLine, joinedAfter } = match;
    return (
      !this.finance ||
      !isEnglish(this.candidates.page.lang) ||
      !entry.full ||
      entry.length > 1 ||
      match.isAcronym ||
      this.directory.isFirstName(match.raw.toLowerCase()) ||
      startsSentence ||
      inLine ||
      joinedAfter ||
      (match.from > 0 && match.previousRaw !== 'and') ||
      beforeWord === '' ||
      match.placeCue ||
      PEOPLE_BEFORE.has(beforeWord) ||
      SPEECH.has(beforeWord) ||
      this.borne.has(match.raw.toLowerCase())
    );
  }

  /** "Leslie's last role": what belongs to someone of that name, unless it is a place to be or to buy: "at Wendy's". */
  private isSomeones(match: NameInPlace): boolean {
    const owner = match.raw.slice(0, -2).toLowerCase();
    return (
      this.directory.isFirstName(owner) &&
      !match.cue &&
      !/^(?:a|an|at|from|to|the|like|by|near)$/.test(match.beforeWord)
    );
  }

  private isStaleSymbol({ raw }: NameInPlace): boolean {
    return this.stale.has(raw);
  }

  // Symbols alone

  private readBare() {
    this.readLists();
    for (const candidate of this.inCapitals) {
      if ((candidate.at ?? 0) & AT.caps) continue;
      for (const match of candidate.text.matchAll(
        /(?<![\w&.'’-])[A-Z]{1,5}(?:[./-][A-Z])?(?![\w&'’-]|\.\w)/g,
      )) {
        const ticker = this.directory.symbol(match[0]);
        if (!ticker || this.stale.has(match[0])) continue;
        if (this.introduced.has(ticker) && this.besideItsName(candidate, match.index, match[0], ticker)) {
          const start = candidate.start + match.index;
          this.mark(
            { ...candidate, start, end: start + match[0].length, text: match[0] },
            ticker,
            'table',
            WHY.besideName,
          );
          continue;
        }
        const why = this.standsBare(candidate, match.index, match[0], ticker);
        if (why)
          this.add(
            {
              block: candidate.block,
              start: candidate.start + match.index,
              end: candidate.start + match.index + match[0].length,
              text: match[0],
            },
            ticker,
            'bare',
            why,
          );
      }
    }
  }

  /** Three and more symbols between commas on a page about stocks: "Earnings on Oct 25: WY, ROCK, GVA". */
  private readLists() {
    if (!this.finance) return;
    let list: Candidate[] = [];
    const close = () => {
      const listed = list.filter(({ text }) => this.directory.symbol(text) && !this.stale.has(text));
      const plain = listed.some(({ text }) => !this.directory.isWord(this.directory.symbol(text)!));
      const states = list.filter(({ text }) => STATES.has(text.toLowerCase()));
      if (
        plain &&
        listed.length > 2 &&
        listed.length >= LISTED * list.length &&
        states.length < list.length / 2
      )
        for (const item of listed)
          this.mark(item, this.directory.symbol(item.text)!, 'table', WHY.symbolList);
      list = [];
    };
    for (const item of this.inCapitals) {
      const last = list.at(-1);
      if (last && (last.block !== item.block || last.end + 2 !== item.start)) close();
      const symbol = /^[A-Z]{1,5}(?:[./-][A-Z])?$/.test(item.text) && !((item.at ?? 0) & AT.caps);
      if (symbol) list.push(item);
      else close();
    }
    close();
  }

  /** Whether the name of the same company stands right before or after, as in "XYZ Block, Inc.". */
  private besideItsName({ block, start }: Candidate, index: number, symbol: string, ticker: string): boolean {
    const from = start + index;
    const to = from + symbol.length;
    return this.readingsOf({ block }).some(
      (other) =>
        other.ticker === ticker &&
        (other.evidence === 'name' || other.evidence === 'alias') &&
        ((other.start >= to && other.start - to < 4) || (other.end <= from && from - other.end < 4)),
    );
  }

  private standsBare(candidate: Candidate, index: number, symbol: string, ticker: string): Why | undefined {
    const at = candidate.at ?? 0;
    const before = (index === 0 ? candidate.before : candidate.text.slice(0, index)) ?? '';
    const end = index + symbol.length;
    const after = (end === candidate.text.length ? candidate.after : candidate.text.slice(end)) ?? '';
    const afterWord = after.trim().toLowerCase().split(/[\s,]/)[0]!;
    const wordBefore = before.split(' ').at(-1)!;
    const cue =
      /^(?:shares|stock|calls|puts|options)$/.test(afterWord) ||
      /\b(?:shares of|shares in|long|short|bought|sold|own|owning|buying|ticker)\s*$/i.test(before);
    const word = this.directory.isWord(ticker);
    if (this.introduced.has(ticker)) {
      if (!word) return WHY.sameSymbol;
      if (this.marked.has(ticker) && cue) return WHY.sameSymbol;
      if (this.own.has(ticker) && at & AT.whole) return WHY.ownSymbol;
      return undefined;
    }
    if (!word && cue && this.finance) return WHY.sharesAround;
    // Alone, on a page that writes companies by their symbols; "SMBC Nikko" and "the EBIT" are something else
    const alone = /^[A-Z]{1,5}(?: (?:and|&) [A-Z]{1,5})*$/.test(candidate.text);
    if (
      !word &&
      symbol.length > 3 &&
      alone &&
      this.finance &&
      this.marked.size > 1 &&
      (!DETERMINERS.has(wordBefore) || wordBefore === 'my')
    )
      return WHY.amongSymbols;
    return undefined;
  }

  /** One reading for each place: the one with the strongest evidence, then the longest. */
  private settle(): Mention[] {
    const taken = new Map<number, Reading[]>();
    for (const { block, start, end } of this.refused)
      taken.set(block, [...(taken.get(block) ?? []), { block, start, end } as Reading]);
    const kept: Reading[] = [];
    for (const reading of this.readings.toSorted(
      (a, b) => STRENGTH[a.evidence] - STRENGTH[b.evidence] || b.end - b.start - (a.end - a.start),
    )) {
      const here = taken.get(reading.block) ?? [];
      if (here.some(({ start, end }) => start < reading.end && reading.start < end)) continue;
      here.push(reading);
      taken.set(reading.block, here);
      kept.push(
        this.own.has(reading.ticker) &&
          (reading.evidence === 'name' || reading.evidence === 'alias' || reading.evidence === 'bare')
          ? { ...reading, evidence: 'page', why: WHY.ownPage }
          : reading,
      );
    }
    return kept
      .sort((a, b) => a.block - b.block || a.start - b.start)
      .map(({ why, ...place }) => ({ ...place, reason: why() }));
  }
}
