import { parseDay } from '../../lib/market/day';
import { numberOf, seriesOf } from '../../lib/market/points';
import type { MarketData, Series } from '../../lib/market/types';
import { buildAiWeights } from '../data/ai-weights';
import { buildFigures } from '../data/figures';
import { buildMacro } from '../data/macro';
import { buildPrices } from '../data/prices';
import type { RawFolder } from '../data/raw';
import { buildUniverse, readMembership } from '../data/universe';

/** Economic series begin here in the long files. */
const FIRST_MACRO_DAY = parseDay('1980-01-01');

/** The market as the engine reads it, straight from the raw files, with the economy from 1980. */
export function readMarket(raw: RawFolder): MarketData {
  const companies = buildUniverse(raw, readMembership(raw));
  return {
    ...buildPrices(raw),
    macro: Object.fromEntries(buildMacro(raw, FIRST_MACRO_DAY).map((series) => [series.id, series])),
    figures: buildFigures(raw, companies),
    aiWeights: buildAiWeights(raw, companies),
  };
}

/** Both funds adjusted for dividends too; used for a comparison alone. */
export function readWithDividends(raw: RawFolder): { IWM: Series; SPY: Series } {
  const read = (symbol: string) => {
    const file = `index/${symbol}_adjusted_to_2026-06-05.csv`;
    const points = raw
      .rows(file, 'Date', 'Close')
      .map((row) => [parseDay(row.Date ?? ''), numberOf(row.Close, file) ?? Number.NaN] as const);
    return seriesOf(points, file);
  };
  return { IWM: read('IWM'), SPY: read('SPY') };
}
