import type { Directory } from '../detect/directory';
import { extract } from '../detect/extract';
import { resolve } from '../detect/resolve';
import { companyName } from '../market/company-name';
import type { Company } from '../market/types';
import { LONGEST, tidy } from './tidy';

/** Letters from which names are searched. */
const MIN_LETTERS = 2;

/** What companies are looked for in. */
export interface Places {
  universe: { get(symbol: string): Company | undefined; all(): Iterable<Company> };
  directory: Directory;
}

/**
 * Companies that a text stands for, best first: its ticker, its whole name, those that a passage names, then tickers
 * and names that begin with it. Among equals the larger company comes first.
 */
export function findCompanies(text: string, { universe, directory }: Places, limit: number): Company[] {
  const wanted = tidy(text);
  if (wanted === '') return [];
  const lower = wanted.toLowerCase();
  const ranked: { rank: number; company: Company }[] = [];
  const exact = directory.symbol(wanted.toUpperCase());
  const own = exact === undefined ? undefined : universe.get(exact);
  if (own) ranked.push({ rank: 0, company: own });
  for (const company of universe.all()) {
    const rank = company.symbol === exact ? undefined : rankOf(company, lower);
    if (rank !== undefined) ranked.push({ rank, company });
  }
  if (!ranked.some(({ rank }) => rank <= 1)) {
    for (const company of named(text, { universe, directory })) ranked.push({ rank: 2, company });
  }
  ranked.sort((a, b) => a.rank - b.rank || (b.company.marketCapUsd ?? 0) - (a.company.marketCapUsd ?? 0));
  return [...new Map(ranked.map(({ company }) => [company.symbol, company])).values()].slice(0, limit);
}

function rankOf({ symbol, name }: Company, lower: string): number | undefined {
  const listed = name.toLowerCase();
  const letters = lower.length >= MIN_LETTERS;
  if (letters && companyName(name).toLowerCase() === lower) return 1;
  if (symbol.toLowerCase().startsWith(lower)) return 3;
  if (!letters) return undefined;
  if (listed.startsWith(lower)) return 4;
  return listed.includes(` ${lower}`) ? 5 : undefined;
}

/** Companies that a passage names, as they would be found on a page, in its order. */
function named(text: string, { universe, directory }: Places): Company[] {
  const candidates = extract([{ text: text.slice(0, LONGEST), kind: 'prose' }], {
    url: '',
    symbols: [],
    title: '',
  });
  const tickers = new Set(resolve(candidates, directory).map(({ ticker }) => ticker));
  return [...tickers].flatMap((ticker) => universe.get(ticker) ?? []);
}
