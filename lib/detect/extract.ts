import { linkSymbol } from '../sites/quote-url';
import { AT, type Block, type Candidate, type Candidates, type PageFacts } from './types';

/** Pieces of a phrase are at most this many words long, so that no sentence leaves the tab. */
const WORDS = 8;
/** Words that two neighbouring pieces of a longer run share; company names are seldom longer. */
const OVERLAP = 4;

const SYMBOL = '[A-Z]{1,5}(?:[./-][A-Z]{1,2})?';
const US =
  'NYSE\\s?(?:American|Arca|Amex|MKT)|NYSE(?:AMERICAN|ARCA|AMEX|MKT)?|(?:NASDAQ|Nasdaq|NasDaq|NASD)(?:\\s?-?(?:GS|GM|CM|GIDS|NMS|SC|Global Select(?: Market)?|Global Market|Capital Market))?|Nyse|NYQ|NMS|AMEX|Amex|BATS|CBOE|New York Stock Exchange|Nasdaq Stock Market';
const FOREIGN =
  'TSXV?|TSX[- ]?V|TSE|CSE|CNSX|NEO|CVE|LON|LSE|AIM|ASX|NZX|NZE|SGX|HKG|HKEX|SEHK|SHA|SSE|SHE|SZSE|TYO|TPE|TWSE|KRX|KOSDAQ|NSE|BSE|BOM|FRA|FWB|ETR|XETRA|Xetra|EPA|PAR|AMS|EBR|BME|BIT|MIL|SWX|SIX|VTX|STO|CPH|HEL|OSL|OSE|JSE|BVMF|BMV|MEX|BKK|IDX|KLSE|OTC(?:MKTS|BB|QB|QX|PK)?|OTC\\s?(?:Markets|Pink|QB|QX|BB)|PINK|Pink Sheets|Euronext(?: [A-Z][a-z]+)?|SPH|LN|TO|L';
const EXCHANGES = new RegExp(
  `(?<![A-Za-z])(?:(${US})|(${FOREIGN}))(?:\\s?[/,&;]\\s?(?:and )?(${US}|${FOREIGN}))*\\s?[:：]\\s?["“]?((?:${SYMBOL})(?:\\s?(?:,|/|;|and|&)\\s?(?:${SYMBOL})(?![A-Za-z:：]|\\s?[:：]))*)(?![A-Za-z0-9])`,
  'g',
);
const ONE_SYMBOL = new RegExp(SYMBOL, 'g');
const US_ONLY = new RegExp(`(?:^|[^A-Za-z])(?:${US})(?![A-Za-z])`);
const PAREN = new RegExp(
  `[([](?:(?:[Tt]icker|[Ss]ymbol|[Ss]tock)(?: [Ss]ymbol)?\\s?:?\\s?)?["“]?(${SYMBOL})["”]?(?:[,:]?\\s?[-+−–]?\\d[^)\\]]{0,20}|,\\s?[A-Z][A-Za-z0-9 ]{2,12}|\\s[-–—]\\s[^)\\]]{0,24})?[)\\]]`,
  'g',
);
const RIC = /<?(?<![A-Za-z0-9.])([A-Z]{1,5}[a-z]?)\.([A-Z]{1,2})(>|(?![A-Za-z0-9.]))/g;
const US_RIC = /^(?:N|O|OQ|K|A|P|PK)$/;
const BLOOMBERG =
  /(?<![A-Za-z0-9:])([A-Z]{1,5}(?:\/[A-Z])?)(?::([A-Z]{2})|\s(US|UN|UQ|UW|UR|UA) Equity)(?![A-Za-z0-9:])/g;
const CASHTAG = /(?<![A-Za-z0-9$])\$([A-Z]{1,5}(?:[./-][A-Z])?|[a-z]{2,5})(?![A-Za-z0-9$])/g;
const WHOLE = new RegExp(`^\\s*\\$?(${SYMBOL})\\s*$`);

/** A word that may be part of a name: it holds a capital, or begins with digits and holds a letter. */
const WORD =
  "(?:[A-Z0-9À-ÖØ-Þ](?:[\\w&+'’À-ÖØ-öø-ÿ]|[.\\-/!](?=[\\wÀ-ÿ]))*|[a-z]{1,2}[A-Z][\\w'’]*|(?:[a-z]\\.){2,}(?:[a-z]\\.?)?)";
const JOIN =
  '(?:(?<=(?<![\\wÀ-ÿ])(?:[A-Z]|[A-Z]\\.[A-Z]|Inc|Corp|Co|Cos|Bros|Ltd|St|Dr|Mr|Ms|Mt|Jr|Labs|Intl|Tech|Hldgs))\\.)?(?:\\s{1,60}|,\\s{1,60}(?=(?:Inc|INC|Corp|CORP|Ltd|LTD|LLC|L\\.L\\.C|L\\.?P|Co|CO|N\\.?V|S\\.?A|PLC|plc)\\b))(?:(?:of|and|&|the|for|de|\\+|-)\\s{1,60})?';
const RUN = new RegExp(
  `(?<![\\wÀ-ÿ$€£#@])${WORD}(?:${JOIN}${WORD})*(?:\\s(?:plc|inc|corp|ltd|llc)\\b)?`,
  'g',
);
const WORD_IN_RUN = /[^\s\u00a0,]+/g;

const FINANCE =
  /\b(?:stocks?(?! cars?\b)|shares?|shareholders?|investors?|investing|earnings|revenue|dividends?|analysts?|trading|traders?|nasdaq|nyse|s&p 500|quarterly|market cap|price target|wall street|ticker|equity|equities|portfolio|valuation)\b/gi;

/**
 * Gathers what may name a company: marked symbols and short capitalised phrases, each with the few words around
 * it that decide how it is read. Knows no company: that is for the background to say.
 */
export function extract(
  blocks: readonly Block[],
  page: PageFacts,
  known: readonly string[] = [],
): Candidates {
  const items: Candidate[] = [];
  let finance = 0;
  let characters = 0;
  blocks.forEach((block, index) => {
    characters += block.text.length;
    finance += block.text.match(FINANCE)?.length ?? 0;
    readBlock(blocks, block, index, items);
  });
  return {
    page: {
      host: hostOf(page.url),
      symbols: page.symbols,
      lang: page.lang ?? '',
      finance: Math.round((finance * 6000) / Math.max(characters, 3000)),
    },
    known: [...known],
    items,
  };
}

function readBlock(blocks: readonly Block[], block: Block, index: number, items: Candidate[]) {
  const { text } = block;
  const taken: [number, number][] = [];
  const free = (start: number, end: number) => !taken.some(([s, e]) => start < e && s < end);
  const runs = [...text.matchAll(RUN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));

  const mark = (start: number, end: number, kind: Candidate['mark'], symbol: string, from = start) => {
    const item: Candidate = { block: index, start, end, text: text.slice(start, end), mark: kind, symbol };
    const name = nameBefore(text, runs, from);
    if (name) {
      item.name = text.slice(name.start, name.end);
      item.nameStart = name.start;
    }
    items.push(item);
  };

  if (/[:：]/.test(text)) {
    for (const match of text.matchAll(EXCHANGES)) {
      const list = match[4]!;
      const at = match.index + match[0].lastIndexOf(list);
      const prefix = match[0].slice(0, match[0].length - list.length);
      const foreign = !US_ONLY.test(prefix);
      taken.push([match.index, match.index + match[0].length]);
      for (const one of list.matchAll(ONE_SYMBOL)) {
        const start = at + one.index;
        mark(start, start + one[0].length, foreign ? 'foreign' : 'exchange', one[0], match.index);
      }
    }
    for (const match of text.matchAll(BLOOMBERG)) {
      const end = match.index + match[0].length;
      if (!free(match.index, end)) continue;
      const market = match[2] ?? match[3]!;
      taken.push([match.index, end]);
      mark(match.index, end, /^U[SNQWRA]$/.test(market) ? 'ric' : 'foreign', match[1]!);
    }
  } else if (text.includes(' Equity')) {
    for (const match of text.matchAll(BLOOMBERG)) {
      const end = match.index + match[0].length;
      taken.push([match.index, end]);
      mark(match.index, end, 'ric', match[1]!);
    }
  }
  if (text.includes('.')) {
    for (const match of text.matchAll(RIC)) {
      const [all, root, suffix] = match as unknown as [string, string, string];
      const bracketed = all.startsWith('<') && all.endsWith('>');
      const end = match.index + all.length;
      if (!free(match.index, end)) continue;
      const ours = US_RIC.test(suffix);
      if (!bracketed && (!ours || root.length < 2 || /^[AP]K?$/.test(suffix))) continue;
      taken.push([match.index, end]);
      const symbol = /[a-z]$/.test(root) ? `${root.slice(0, -1)}/${root.slice(-1).toUpperCase()}` : root;
      mark(match.index, end, ours ? 'ric' : 'foreign', symbol);
    }
  }
  if (text.includes('(') || text.includes('[')) {
    for (const match of text.matchAll(PAREN)) {
      const start = match.index + match[0].indexOf(match[1]!, 1);
      const end = start + match[1]!.length;
      if (!free(start, end)) continue;
      taken.push([start, end]);
      mark(start, end, 'paren', match[1]!, match.index);
    }
  }
  if (text.includes('$')) {
    for (const match of text.matchAll(CASHTAG)) {
      taken.push([match.index, match.index + match[0].length]);
      mark(match.index, match.index + match[0].length, 'cashtag', match[1]!.toUpperCase());
    }
  }

  const whole = WHOLE.exec(text);
  if (whole) {
    const start = text.indexOf(whole[1]!);
    const item: Candidate = {
      block: index,
      start,
      end: start + whole[1]!.length,
      text: whole[1]!,
      mark: 'cell',
      symbol: whole[1]!,
    };
    const name = besideCell(blocks, index);
    if (name) item.name = name;
    if (block.table) item.column = `${block.table.id}.${block.table.column}`;
    items.push(item);
  }
  for (const link of block.links ?? []) {
    const symbol = linkSymbol(link.href);
    if (symbol) addPointed('link', link, symbol);
  }
  for (const named of block.symbols ?? []) addPointed('attr', named, named.symbol);

  function addPointed(kind: 'link' | 'attr', range: { start: number; end: number }, symbol: string) {
    const shown = text.slice(range.start, range.end);
    if (shown.length > 80) return;
    const start = range.start + (shown.length - shown.trimStart().length);
    const end = range.start + shown.trimEnd().length;
    if (start < end)
      items.push({ block: index, start, end, text: text.slice(start, end), mark: kind, symbol });
  }

  const letters = text.replace(/[^A-Za-z]+/g, '');
  const capitals = letters.replace(/[a-z]+/g, '').length;
  const caps = letters.length > 5 && capitals / letters.length > 0.8 ? AT.caps : 0;
  const title = !caps && isTitle(text) ? AT.title : 0;
  const trimmedStart = text.length - text.trimStart().length;
  const trimmedEnd = text.trimEnd().length;

  for (const run of runs) {
    const where =
      caps |
      title |
      (block.kind === 'cell' ? AT.cell : 0) |
      (run.start <= trimmedStart && run.end >= trimmedEnd - 1 ? AT.whole : 0) |
      (startsSentence(text, run.start) ? AT.start : 0) |
      (block.links?.some((link) => link.start < run.end && run.start < link.end) ? AT.link : 0);
    const words = [...text.slice(run.start, run.end).matchAll(WORD_IN_RUN)];
    for (let first = 0; first < words.length; first += WORDS - OVERLAP) {
      const last = Math.min(first + WORDS, words.length) - 1;
      const start = run.start + words[first]!.index;
      const end = run.start + words[last]!.index + words[last]![0].length;
      const item: Candidate = { block: index, start, end, text: text.slice(start, end), mark: 'phrase' };
      const before = first === 0 ? wordsBefore(text, start) : '';
      const after = last === words.length - 1 ? wordsAfter(text, end) : '';
      if (before) item.before = before;
      if (after) item.after = after;
      const at =
        (first === 0 ? where : where & ~AT.start) |
        (first > 0 ? AT.cutBefore : 0) |
        (last < words.length - 1 ? AT.cutAfter : 0) |
        (text[end] === ',' ? AT.commaAfter : 0);
      if (at) item.at = at;
      items.push(item);
      if (last === words.length - 1) break;
    }
  }
}

/** The capitalised words that end right before an offset, where a company's name stands when its symbol follows. */
function nameBefore(text: string, runs: { start: number; end: number }[], offset: number) {
  let found: { start: number; end: number } | undefined;
  for (const run of runs) {
    if (run.end > offset) break;
    found = run;
  }
  if (
    !found ||
    !/^[\s\u00a0.,'’"”®™(:–—-]{0,4}(?:(?:common |Class [A-C] )?(?:stock|shares)\s)?\(?\s?$/i.test(
      text.slice(found.end, offset),
    )
  )
    return undefined;
  const words = [...text.slice(found.start, found.end).matchAll(WORD_IN_RUN)];
  const from = words.length > WORDS ? words[words.length - WORDS]!.index : 0;
  return { start: found.start + from, end: found.end };
}

/** The other text of a symbol's row: the nearest block beside it that reads like a name. */
function besideCell(blocks: readonly Block[], index: number): string | undefined {
  const table = blocks[index]!.table;
  for (const step of [1, -1, 2]) {
    const other = blocks[index + step];
    if (!other || other.text.length > 120) continue;
    if (table && (other.table?.id !== table.id || other.table.row !== table.row)) continue;
    if (!/[A-Za-z]{2}/.test(other.text) || WHOLE.test(other.text)) continue;
    return other.text.trim().split(/\s+/).slice(0, WORDS).join(' ');
  }
  return undefined;
}

/** Whether nearly every word that counts is capitalised, as in a headline. */
function isTitle(text: string): boolean {
  if (/[a-z][.;] [A-Z]|\.\s*$/.test(text)) return false;
  const words = text.match(/[A-Za-z][\w'’.-]{3,}/g);
  if (!words || words.length < 3) return false;
  let capitalised = 0;
  for (const word of words) if (word[0]! <= 'Z') capitalised++;
  return capitalised > 0.8 * words.length;
}

function startsSentence(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 12), offset).trimEnd();
  return before === '' || /(?:[.!?:•|–—\n]["”’)]?|["“(])$/.test(before);
}

function wordsBefore(text: string, offset: number): string {
  const found = /([\w'’%-]+[ \u00a0]+)?[\w'’%-]+[ \u00a0]+["“'‘(]?$/.exec(
    text.slice(Math.max(0, offset - 32), offset),
  );
  return found ? found[0].trim().toLowerCase() : '';
}

function wordsAfter(text: string, offset: number): string {
  const found = /^["”'’)]*(?:[ \u00a0]+|, |-)[\w'’%-]+(?:[ \u00a0]+[\w'’%-]+)?/.exec(
    text.slice(offset, offset + 40),
  );
  return found ? found[0].replace(/^["”'’),\s\u00a0]+/, '').toLowerCase() : '';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
