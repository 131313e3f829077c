import { linkSymbol } from '../sites/quote-url';
import { PageWords } from './page-words';
import { CASHTAG, piecesOf, WORDS } from './phrases';
import { isCaps, kindOf, type Run, runsOf, UPPER } from './runs';
import { AT, type Block, type Candidate, type Candidates, type PageFacts } from './types';

const SYMBOL = '[A-Z]{1,5}(?:[./-][A-Z]{1,2}|[ \\u00a0][AB](?=[),;]|$))?';
const US =
  'NYSE(?:[\\s-]?(?:American|AMERICAN|Arca|ARCA|Amex|AMEX|MKT))?|(?:NASDAQ|Nasdaq|NasDaq|NASD)(?:\\s?-?(?:GS|GM|CM|GIDS|NMS|SC|(?:Global Select|GLOBAL SELECT|Global|GLOBAL|Capital|CAPITAL|Stock|STOCK)(?: Market| MARKET)?))?|NAS|Nyse|NYQ|NSQ|NMS|XNYS|XNAS|XASE|AMEX|Amex|BATS|CBOE|New York Stock Exchange';
const FOREIGN =
  'TSXV?|TSX[- ]?V|TSE|CSE|CNSX|NEO|CVE|LON|LSE|AIM|ASX|NZX|NZE|SGX|HKG|HKEX|SEHK|SHA|SSE|SHE|SZSE|TYO|TPE|TWSE|KRX|KOSDAQ|NSE|BSE|BOM|FRA|FWB|ETR|XETRA|Xetra|EPA|PAR|AMS|EBR|BME|BIT|MIL|SWX|SIX|VTX|STO|CPH|HEL|OSL|OSE|JSE|BVMF|BMV|MEX|BKK|IDX|KLSE|OTC(?:MKTS|BB|QB|QX|PK)?|OTC\\s?(?:Markets|Pink|QB|QX|BB)|PINK|Pink Sheets|Euronext(?: [A-Z][a-z]+)?|SPH|LN|TO|L';
/** Exchanges of two words, of which the first looks like a symbol: "(TSX: DML; NYSE American: DNN)". */
const LISTED_ON = 'NYSE|AMEX|OTC|TSX|TSXV';
const EXCHANGES = new RegExp(
  `(?<![A-Za-z])(?:${US}|${FOREIGN})(?:\\s?(?:[/,&;|]|and\\s)\\s?(?:and )?(?:${US}|${FOREIGN}))*(?:\\s(?:[Ss]tock\\s)?(?:[Tt]icker|[Ss]ymbol)(?:\\s[Ss]ymbol)?)?\\s?[:：]\\s{0,2}["“‘']?\\$?((?:${SYMBOL})(?:\\s?(?:,|/|;|and|&)\\s?(?!(?:${LISTED_ON}) )(?:${SYMBOL})(?![A-Za-z:：]|\\s?[:：]))*)(?![A-Za-z0-9])`,
  'g',
);
/** What every one of those has before its colon; far quicker to look for. */
const EXCHANGE_NEAR = /[A-Z]{2}|Nas[dD]aq|Nyse|Amex|Xetra|Euronext|Pink|Exchange|L\s?$/;
const ONE_SYMBOL = new RegExp(SYMBOL, 'g');
const US_ONLY = new RegExp(`(?:^|[^A-Za-z])(?:${US})(?![A-Za-z])`);
const PAREN = new RegExp(
  `[([](?:(?:[Tt]icker|[Ss]ymbol|[Ss]tock)(?: [Ss]ymbol)?\\s?:?\\s?)?["“]?(${SYMBOL})["”]?(?:[,:]?\\s?[-+−–]?\\d[^)\\]]{0,20}|,\\s?[A-Z][A-Za-z0-9 ]{2,12}|\\s[-–—]\\s[^)\\]]{0,24})?[)\\]]`,
  'y',
);
const RIC = /(?<![A-Za-z0-9.])([A-Z]{1,5}[a-z]?)\.([A-Z]{1,2})(?![A-Za-z0-9.])/g;
const US_RIC = /^(?:N|O|OQ|K|A|P|PK|US)$/;
const BLOOMBERG =
  /(?<![A-Za-z0-9:])([A-Z]{1,5}(?:\/[A-Z])?)(?::\s?(NYSE|NASDAQ|NYQ|NSQ|NMQ)|:([A-Z]{2})|\s(US|UN|UQ|UW|UR|UA) Equity)(?![A-Za-z0-9]|\s?:)/g;
/** The same in brackets, without the word: "(EPAC US)", "(BARC LN)". */
const PAREN_BLOOMBERG =
  /[([]([A-Z]{1,5}(?:\/[A-Z])?) (US|UN|UQ|UW|LN|FP|GR|GY|CN|CT|AU|AT|JP|JT|HK|SP|IM|SM|NA|SS|SW|SE|DC|FH|NO|ID|MK|TB|IN|KS|TT)[)\]]/y;
/** "(NYSE - EPAC)", "(EPAC, NYSE)" */
const PAREN_US = new RegExp(
  `[([](?:(?:${US})(?:\\s?[-–—]\\s?|\\s)(${SYMBOL})|(${SYMBOL}),\\s(?:${US}))[)\\]]`,
  'y',
);
/** "on the NYSE under the symbol “EPAC”" */
const UNDER_SYMBOL = new RegExp(
  `(?:under|with|by) (?:the|its) (?:new |stock |trading |ticker |exchange )*(?:symbols?|ticker)(?: of)?:?\\s{1,2}["“‘']?(${SYMBOL})(?![A-Za-z0-9])`,
  'g',
);
const US_NAME = /N(?:asdaq|ASDAQ)|NYSE|New York Stock Exchange|American Stock Exchange/;
const FOREIGN_NAME =
  /TSX|Toronto|Venture|London|LSE|\bAIM\b|ASX|Australian|OTC|Pink|Frankfurt|Hong Kong|Singapore|Canadian Securities|CSE|Euronext|Oslo|Tel Aviv|TASE|Johannesburg|Stockholm|Tokyo/;
const CASHTAG_HERE = new RegExp(CASHTAG.source, 'y');
/** A text that is all symbol. */
export const WHOLE = new RegExp(`^\\s*\\$?(${SYMBOL})\\s*$`);

/** Titles of people that end with a full stop, after which no sentence begins. */
const TITLE = /(?<![\w.])(Mrs|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Messrs)\.\s$/;

const WORD_IN_RUN = /[^\s\u00a0,]+/g;

/** The candidates of a whole page at once. */
export function extract(blocks: readonly Block[], page: PageFacts): Candidates {
  const words = new PageWords<Block>(page.lang ?? '');
  for (const block of blocks) words.add(block, block.text);
  return {
    page: { host: hostOf(page.url), symbols: page.symbols, lang: words.language, finance: words.finance },
    items: blocks.flatMap((block, index) => candidatesOf(block, index)),
  };
}

/**
 * Gathers what may name a company in a block: marked symbols and short capitalised phrases, each with the few words
 * around it that decide how it is read. Knows no company: that is for the background to say.
 */
export function candidatesOf(
  block: Block,
  index: number,
  mayName: (phrase: string) => boolean = () => true,
): Candidate[] {
  const items: Candidate[] = [];
  const { text } = block;
  const runs = runsOf(text);
  const taken: number[] = [];
  const take = (start: number, end: number) => {
    for (let i = 0; i < taken.length; i += 2) if (start < taken[i + 1]! && taken[i]! < end) return false;
    taken.push(start, end);
    return true;
  };
  const isTaken = (at: number) => taken.some((start, i) => i % 2 === 0 && start <= at && at < taken[i + 1]!);
  const mark = (start: number, end: number, kind: Candidate['mark'], symbol: string, from = start) => {
    const item: Candidate = { block: index, start, end, text: text.slice(start, end), mark: kind, symbol };
    const name = nameBefore(text, runs, from);
    // The symbol of another listing is no name: "(TSX: BTO, NYSE American: BTG)"
    if (name && !isTaken(name.start)) item.name = text.slice(name.start, name.end);
    items.push(item);
  };

  for (let at = colon(text, 0); at >= 0; at = colon(text, at + 1)) {
    if (
      !/[A-Za-z]\s?$/.test(text.slice(Math.max(0, at - 2), at)) ||
      !/^\s{0,2}["“‘']?\$?[A-Z]/.test(text.slice(at + 1, at + 6))
    )
      continue;
    const from = Math.max(0, at - 60);
    if (!EXCHANGE_NEAR.test(text.slice(from, at))) continue;
    const near = text.slice(from, at + 60);
    for (const match of near.matchAll(EXCHANGES)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (start > at || end <= at || !take(start, end)) continue;
      const list = match[1]!;
      const prefix = match[0].slice(0, match[0].length - list.length);
      const kind = US_ONLY.test(prefix) ? 'exchange' : 'foreign';
      for (const one of list.matchAll(ONE_SYMBOL)) {
        const first = end - list.length + one.index;
        const symbol = one[0].replace(/\.(?:US|OQ?|N)$/, '');
        mark(first, first + symbol.length, kind, symbol, start);
      }
    }
  }
  if (text.includes('Equity') || (text.includes(':') && /[A-Z]:\s?[A-Z]/.test(text))) {
    for (const match of text.matchAll(BLOOMBERG)) {
      const end = match.index + match[0].length;
      if (!take(match.index, end)) continue;
      if (match[2]) mark(match.index, match.index + match[1]!.length, 'exchange', match[1]!);
      else mark(match.index, end, /^U[SNQWRA]$/.test(match[3] ?? match[4]!) ? 'ric' : 'foreign', match[1]!);
    }
  }
  if (text.includes('symbol') || text.includes('ticker')) {
    for (const match of text.matchAll(UNDER_SYMBOL)) {
      const end = match.index + match[0].length;
      const start = end - match[1]!.length;
      if (take(start, end)) mark(start, end, listedAt(text, match.index), match[1]!);
    }
  }
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) parenAt(at);
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) parenAt(at);
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
    if (at > 0 && /[A-Za-z0-9$]/.test(text[at - 1]!)) continue;
    CASHTAG_HERE.lastIndex = at;
    const match = CASHTAG_HERE.exec(text);
    if (match && take(at, at + match[0].length))
      mark(at, at + match[0].length, 'cashtag', match[1]!.toUpperCase());
  }

  function parenAt(at: number) {
    PAREN_BLOOMBERG.lastIndex = at;
    PAREN_US.lastIndex = at;
    const listing = PAREN_BLOOMBERG.exec(text);
    const stated = listing ?? PAREN_US.exec(text);
    if (stated) {
      const symbol = (stated[1] ?? stated[2])!;
      const first = listing || !stated[1];
      const start = at + (first ? stated[0].indexOf(symbol) : stated[0].lastIndexOf(symbol));
      const kind = !listing ? 'exchange' : listing[2]!.startsWith('U') ? 'ric' : 'foreign';
      if (take(start, start + symbol.length)) mark(start, start + symbol.length, kind, symbol, at);
      return;
    }
    PAREN.lastIndex = at;
    const match = PAREN.exec(text);
    if (!match || /\.(?:O|OQ|N|K|US)$/.test(match[1]!)) return;
    const start = at + match[0].indexOf(match[1]!, 1);
    const end = start + match[1]!.length;
    const kind = standsForWords(text, at, match[1]!) ? 'foreign' : 'paren';
    if (take(start, end)) mark(start, end, kind, match[1]!, at);
  }

  if (text.length < 16) {
    const whole = WHOLE.exec(text);
    if (whole) {
      const symbol = whole[1]!;
      const start = text.indexOf(symbol);
      const item: Candidate = {
        block: index,
        start,
        end: start + symbol.length,
        text: symbol,
        mark: 'cell',
        symbol,
      };
      if (block.beside) item.name = nameOf(block.beside);
      if (block.columns) item.columns = block.columns;
      items.push(item);
    }
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

  if (runs.length === 0) return items;
  const line =
    (isCaps(text) ? AT.caps : isTitle(text) ? AT.title : 0) | (block.kind === 'cell' ? AT.cell : 0);
  const trimmedStart = text.length - text.trimStart().length;
  const trimmedEnd = text.trimEnd().length;

  for (const run of runs) {
    const words = text.slice(run.start, run.end);
    if (words.includes('.'))
      for (const match of words.matchAll(RIC)) readCode(run.start + match.index, match);
    const where =
      line |
      (run.start <= trimmedStart && run.end >= trimmedEnd - 1 ? AT.whole : 0) |
      (startsSentence(text, run.start) ? AT.start : 0);
    for (const piece of piecesOf(words)) {
      const start = run.start + piece.start;
      const end = run.start + piece.end;
      const isFirst = piece.start === 0;
      const isLast = end === run.end;
      const phrase = text.slice(start, end);
      if (!mayName(phrase)) continue;
      const item: Candidate = { block: index, start, end, text: phrase, mark: 'phrase' };
      const title = isFirst ? TITLE.exec(text.slice(Math.max(0, start - 8), start))?.[1] : undefined;
      const before = title?.toLowerCase() ?? (isFirst ? wordsBefore(text, start) : '');
      const after = isLast ? wordsAfter(text, end) : '';
      if (before) item.before = before;
      if (after) item.after = after;
      const at =
        (isFirst && title === undefined ? where : where & ~AT.start) |
        (isFirst ? 0 : AT.cutBefore) |
        (isLast ? 0 : AT.cutAfter) |
        (text[end] === ',' ? AT.commaAfter : 0);
      if (at) item.at = at;
      if (/[(]["“]$/.test(text.slice(Math.max(0, start - 2), start)) && /["”]/.test(text[end] ?? '')) {
        const name = nameBefore(text, runs, start - 2);
        if (name) item.name = text.slice(name.start, name.end);
      }
      items.push(item);
    }
  }
  return items;

  /** A news agency's code: "<AAPL.O>", or "AAPL.O" for the larger US exchanges. */
  function readCode(at: number, match: RegExpMatchArray) {
    const [code, root, suffix] = match as unknown as [string, string, string];
    const end = at + code.length;
    const bracketed = text[at - 1] === '<' && text[end] === '>';
    const ours = US_RIC.test(suffix);
    if (!bracketed && (!ours || root.length < 2 || /^[AP]K?$/.test(suffix))) return;
    if (!take(at, end)) return;
    const symbol = /[a-z]$/.test(root) ? `${root.slice(0, -1)}/${root.slice(-1).toUpperCase()}` : root;
    mark(at, end, ours ? 'ric' : 'foreign', symbol, bracketed ? at - 1 : at);
  }
}

function colon(text: string, from: number): number {
  const plain = text.indexOf(':', from);
  return plain >= 0 ? plain : text.indexOf('：', from);
}

/** The capitalised words that end right before an offset, where a company's name stands when its symbol follows. */
function nameBefore(text: string, runs: Run[], offset: number) {
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

/** What stands beside a symbol in its row, as far as a name can reach. */
function nameOf(beside: string): string {
  return beside.trim().split(/\s+/).slice(0, WORDS).join(' ');
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
  let at = offset - 1;
  while (at >= 0 && text.charCodeAt(at) <= 0x20) at--;
  if (at < 0) return true;
  // A quotation that opens: he said "Nice try"
  if (at === offset - 1 && '"‘\''.includes(text[at]!) && /^[\s(]?$/.test(text[at - 1] ?? '')) return true;
  if ('”’)"'.includes(text[at]!)) at--;
  return '.!?:•|–—"“(\ufffc'.includes(text[at] ?? '.');
}

/** What the last exchange named before an offset makes of a symbol that the text gives there. */
function listedAt(text: string, offset: number): Candidate['mark'] {
  const before = text.slice(Math.max(0, offset - 100), offset);
  if (US_NAME.test(before)) return 'exchange';
  return FOREIGN_NAME.test(before) ? 'foreign' : 'paren';
}

/** Whether a symbol in brackets is made of the first letters of the plain words before it: "small modular reactor (SMR)". */
function standsForWords(text: string, offset: number, symbol: string): boolean {
  const words = text
    .slice(Math.max(0, offset - 80), offset)
    .trim()
    .split(/[\s-]+/)
    .slice(-symbol.length);
  return words.map((word) => word[0]).join('') === symbol.toLowerCase() && /^[a-z]/.test(words.at(-1) ?? '');
}

/** Up to two words that stand before an offset in the same sentence. */
function wordsBefore(text: string, offset: number): string {
  let at = offset - 1;
  if (at >= 0 && '"“\'‘('.includes(text[at]!)) at--;
  const end = at;
  for (let words = 0; words < 2; words++) {
    const space = at;
    while (at >= 0 && isSpace(text, at)) at--;
    const word = at;
    if (space === word) break;
    while (at >= 0 && end - at < 40 && isWordPart(text, at)) at--;
    if (at === word) break;
  }
  return text
    .slice(at + 1, end + 1)
    .trim()
    .toLowerCase();
}

/** Up to two words that stand after an offset in the same sentence. */
function wordsAfter(text: string, offset: number): string {
  let at = offset;
  while (at < text.length && '"”’\'),.-'.includes(text[at]!)) {
    // A full stop ends the sentence, unless it ends "Inc."
    if (text[at] === '.' && !/^\.[ ,][a-z]/.test(text.slice(at, at + 3))) return '';
    at++;
  }
  const start = at;
  for (let words = 0; words < 2; words++) {
    while (at < text.length && isSpace(text, at)) at++;
    const word = at;
    while (at < text.length && at - start < 40 && (isWordPart(text, at) || isInitial(text, at))) at++;
    if (at === word) break;
  }
  return text.slice(start, at).trim().toLowerCase();
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || code === 0xa0;
}

/** The full stop within "N.Y.". */
function isInitial(text: string, at: number): boolean {
  return (
    text[at] === '.' &&
    kindOf(text.charCodeAt(at - 1)) === UPPER &&
    kindOf(text.charCodeAt(at + 1)) === UPPER &&
    kindOf(text.charCodeAt(at - 2)) === 0
  );
}

function isWordPart(text: string, at: number): boolean {
  return kindOf(text.charCodeAt(at)) !== 0 || "'’%-".includes(text[at]!);
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
