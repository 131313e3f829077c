import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataset } from '../../lib/market/dataset';
import type { PageSource } from './pages';
import type { Judged } from './score';

/** Puts each report beside the hand-made answer for its page; pages without one are left out. */
export function judge(sources: PageSource[], reports: Judged['report'][]): Judged[] {
  return sources.flatMap(({ answer, kind }, index) => {
    const report = reports[index];
    return answer && report ? [{ report, answer, kind: kind ?? 'page' }] : [];
  });
}

/** Tells members of the Russell 2000 and the S&P 600 by the default data set. */
export async function smallCapTest(): Promise<(ticker: string) => boolean> {
  const dataset = await openDataset((file) => readFile(join('public', 'data', file)));
  const universe = await dataset.universe();
  return (ticker) => {
    const company = universe.get(ticker);
    return company !== undefined && (company.sp600 || company.russell2000Pct !== undefined);
  };
}
