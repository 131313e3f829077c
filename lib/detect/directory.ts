import { companyName } from '../market/company-name';
import type { Universe } from '../market/universe';
import { keyOf, wordsOf } from './words';

/**
 * How much a name says by itself:
 * b: a household name, also inside the names of the company's units ("Amazon Web Services");
 * p: a household name that people bear too ("Ford", "Wendy's");
 * s: it can only be that company ("Ensysce");
 * m: well known, but also something else away from the market ("CVS", "Hertz");
 * f: an ordinary word, but better known as that company ("Apple");
 * c: an ordinary word that is also a company ("Gap");
 * n: a name of people or places that is also a company ("Lindsay");
 * l: a short form that holds only once the page has named the company in full ("Progress");
 * x: an index, an exchange or a coin, unless its legal form follows ("Nasdaq, Inc.").
 */
export type NameKind = 'b' | 'p' | 's' | 'm' | 'f' | 'c' | 'n' | 'l' | 'x';

export interface NameEntry {
  /** Number of words. */
  length: number;
  kind: NameKind;
  /** Whether the text adds a possessive ending to the name. */
  possessive?: boolean;
  /** The company's whole name, its legal form aside. */
  full: boolean;
  /** Companies of that name, each with its share classes, the main one first. */
  companies: string[][];
}

/** All US-listed stocks by symbol and by name. */
export interface Directory {
  /** A symbol in the universe's spelling ("BRK.B" gives "BRK/B"); undefined when nothing is listed under it. */
  symbol(text: string): string | undefined;
  /** Name of the company in its listing; empty when unknown. */
  nameOf(symbol: string): string;
  /** The same without the words for the paper: "Macy's Inc". */
  shortNameOf(symbol: string): string;
  /** Whether a symbol is an ordinary word, or so short that it means nothing by itself. */
  isWord(symbol: string): boolean;
  /** Whether a word, lower case, is a common first name. */
  isFirstName(word: string): boolean;
  /** Names that start at a word, longest first. */
  lookup(words: readonly string[], from: number): NameEntry[];
  /** Whether a short phrase may name a company or be a symbol; one that ends with a space goes on elsewhere. */
  mayName(phrase: string): boolean;
  /** The one company whose name these words shorten, as lists of securities do: "REPUBLIC SVCS". */
  abbreviated(words: readonly string[]): NameEntry | undefined;
}

/** Symbols, news agencies' codes among them. */
const CODES = /(?<!\w)[A-Z]{1,5}[a-z]?(?:[./-][A-Z]{1,2})?(?!\w)/g;

const TAB = 9;

/** Spellings of symbols whose meaning is kept, so that a long life does not fill the memory. */
const REMEMBERED = 5000;
const NOTHING: NameEntry[] = [];

/** Longest name in words that is looked for. */
const LONGEST = 7;

/**
 * Opens the names part of the data set, as `scripts/data/names.ts` writes it.
 * @throws RangeError when it is not of that form.
 */
export function openDirectory(namesPart: Uint8Array | string, universe: Pick<Universe, 'get'>): Directory {
  const text = typeof namesPart === 'string' ? namesPart : new TextDecoder().decode(namesPart);
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  if (starts.length < 3) throw new RangeError('The names part has no names');
  const line = (index: number) => text.slice(starts[index], (starts[index + 1] ?? text.length + 1) - 1);
  const wordSymbols = new Set(line(0).split(' '));
  const firstNames = new Set(line(1).split(' '));
  const known = new Map<string, Map<string, NameEntry>>();

  /** The line of a first word, found by halves: the lines are sorted, and a page asks for few of them. */
  function lineOf(first: string): string | undefined {
    let low = 2;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compare(first, starts[middle]!);
      if (order === 0) return line(middle);
      if (order > 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  /** Order of a word and the first word of the line that starts at an offset. */
  function compare(word: string, start: number): number {
    for (let at = 0; at < word.length; at++) {
      const difference = word.charCodeAt(at) - text.charCodeAt(start + at);
      if (difference !== 0) return difference;
    }
    return text.charCodeAt(start + word.length) === TAB ? 0 : -1;
  }

  function entriesOf(first: string): Map<string, NameEntry> | undefined {
    const held = known.get(first);
    if (held) return held;
    const entries = readEntries(first);
    if (entries) known.set(first, entries);
    return entries;
  }

  function readEntries(first: string): Map<string, NameEntry> | undefined {
    const found = lineOf(first);
    if (found === undefined) return undefined;
    const entries = new Map<string, NameEntry>();
    for (const part of found.split('\t').slice(1)) {
      const [rest, kind, symbols] = part.split('|') as [string, string, string];
      const key = rest === '' ? first : `${first} ${rest}`;
      const lower = kind.toLowerCase() as NameKind;
      entries.set(key, {
        length: 0,
        kind: lower,
        full: kind !== lower,
        companies: symbols.split(';').map((classes) => classes.split(',')),
      });
    }
    return entries;
  }

  /** Whether some name begins with these words and goes on. */
  function begins(words: readonly string[]): boolean {
    const key = keyOf(words);
    const space = key.indexOf(' ');
    for (const name of entriesOf(space < 0 ? key : key.slice(0, space))?.keys() ?? [])
      if (name.length > key.length && name.startsWith(key)) return true;
    return false;
  }

  const symbols = new Map<string, string | undefined>();
  const shortNames = new Map<string, string>();
  const names = new Map<string, string>();

  function nameOf(symbol: string): string {
    let name = names.get(symbol);
    if (name === undefined) {
      name = universe.get(symbol)?.name ?? '';
      names.set(symbol, name);
    }
    return name;
  }

  function symbolOf(spelling: string): string | undefined {
    const symbol = spelling.toUpperCase().replace(/[.\-\s]/, '/');
    if (universe.get(symbol)) return symbol;
    // MOGA for MOG.A
    const split = `${symbol.slice(0, -1)}/${symbol.slice(-1)}`;
    return symbol.length > 3 && !symbol.includes('/') && universe.get(split) ? split : undefined;
  }

  const directory: Directory = {
    symbol(spelling) {
      if (!symbols.has(spelling)) {
        if (symbols.size > REMEMBERED) symbols.clear();
        symbols.set(spelling, symbolOf(spelling));
      }
      return symbols.get(spelling);
    },
    nameOf,
    shortNameOf(symbol) {
      let name = shortNames.get(symbol);
      if (name === undefined) {
        name = companyName(nameOf(symbol));
        shortNames.set(symbol, name);
      }
      return name;
    },
    isWord: (symbol) => wordSymbols.has(symbol),
    isFirstName: (word) => firstNames.has(word),
    lookup(words, from) {
      const first = words[from]!;
      const isLetter = first.length === 1;
      // Most words begin no name
      if (!isLetter && !entriesOf(first)) return NOTHING;
      const found: NameEntry[] = [];
      const longest = Math.min(LONGEST, words.length - from);
      // Two spaced letters can be the first word: "J P Morgan"
      for (let length = longest; length > 0; length--) {
        const key = length === 1 ? first : keyOf(words.slice(from, from + length));
        // "D E L L" spells a word, and none that a reader is meant to read as a name
        if (length > 3 && key.length === length) continue;
        const entry = entriesOf(isLetter ? key.split(' ', 1)[0]! : first)?.get(key);
        if (entry) found.push({ ...entry, length });
      }
      return found;
    },
    abbreviated(words) {
      const [first] = words;
      if (first === undefined) return undefined;
      let found: NameEntry | undefined;
      for (const [key, entry] of entriesOf(first) ?? []) {
        const whole = key.split(' ');
        if (!entry.full || whole.length < words.length || whole.length > words.length + 1) continue;
        if (!words.every((word, index) => abbreviates(word, whole[index]!))) continue;
        if (found) return undefined;
        found = { ...entry, length: words.length };
      }
      return found;
    },
    mayName(phrase) {
      for (const [code] of phrase.matchAll(CODES)) {
        if (code.length === 1 && phrase.trim() !== code) continue;
        if (
          directory.symbol(code) ||
          (code.length > 3 && directory.symbol(code.replace(/[a-z]?[./-].*$/, '')))
        )
          return true;
      }
      const words = wordsOf(phrase);
      const whole = words.map(({ word }) => word);
      if (namedIn(whole) || (phrase.endsWith(' ') && whole.some((_, from) => begins(whole.slice(from)))))
        return true;
      if (
        words.some(({ base }) => base !== undefined) &&
        namedIn(words.map(({ word, base }) => base ?? word))
      )
        return true;
      // Lists of securities cut names short
      return whole.length > 1 && phrase === phrase.toUpperCase() && isCutShort(whole[0]!, whole[1]!);
    },
  };

  const namedIn = (words: readonly string[]) =>
    words.some((_, from) => directory.lookup(words, from).length > 0);

  function isCutShort(first: string, second: string): boolean {
    for (const key of entriesOf(first)?.keys() ?? []) {
      const next = key.split(' ', 2)[1];
      if (next !== undefined && abbreviates(second, next)) return true;
    }
    return false;
  }

  return directory;
}

/** "inds" for "industries", "mtn" for "mountain", "softwar" for "software". */
export function abbreviates(short: string, word: string): boolean {
  if (short === word) return true;
  if (short.length < 2 || short.length >= word.length || short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of short) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
