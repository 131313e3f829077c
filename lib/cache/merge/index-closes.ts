import { t } from '../../i18n';
import { formatDay } from '../../market/day';
import { seriesOf } from '../../market/points';
import { writePrices } from '../../market/prices';
import type { IndexSymbol, PriceSeries, Series } from '../../market/types';
import { Rejected } from '../../providers/checks';
import { type Edition, withSource } from '../edition';
import type { Outcome } from './outcome';

/** Part by which two records of one close may differ. */
const AGREE = 0.005;

/** The closes that came do not continue those held, as after a split: the whole history is needed. */
export class NeedsWhole extends Error {
  override name = 'NeedsWhole';
}

/**
 * Takes newer closes of the index funds. They continue what is held only where both agree on the days that they
 * share; a whole history takes its place.
 * @throws NeedsWhole, Rejected
 */
export async function mergeIndex(
  edition: Edition,
  fetched: Record<IndexSymbol, Series>,
  from: { name: string; page: string },
): Promise<Outcome> {
  const { index, aiBasket } = await edition.dataset.market();
  const continued = (symbol: IndexSymbol): PriceSeries => {
    const series = joined(index[symbol], fetched[symbol], symbol);
    return {
      ...series,
      provenance: {
        source: `${from.name}, daily closes adjusted for splits`,
        url: from.page,
        asOf: series.days.at(-1)!,
      },
    };
  };
  const next = { IWM: continued('IWM'), SPY: continued('SPY') };
  const newest = Math.min(next.IWM.provenance.asOf, next.SPY.provenance.asOf);
  const what = edition.part('prices').sources[0]!.what;
  await edition.replace(
    'prices',
    [['prices.bin', writePrices({ index: next, aiBasket })]],
    withSource(edition.part('prices').sources, {
      what,
      source: from.name,
      url: from.page,
      asOf: formatDay(newest),
    }),
  );
  return { newest };
}

function joined(held: Series, fetched: Series, symbol: string): Series {
  const start = fetched.days[0]!;
  if (start <= held.days[0]!) return fetched;
  if (fetched.days.at(-1)! < held.days.at(-1)!) {
    throw new Rejected(t('live.endsBefore', { symbol }));
  }
  const known = new Map(Array.from(held.days, (day, i) => [day, held.values[i]!]));
  const shared = Array.from(fetched.days).flatMap((day, i) => {
    const value = known.get(day);
    return value === undefined ? [] : [fetched.values[i]! / value];
  });
  if (shared.length === 0 || shared.some((ratio) => Math.abs(ratio - 1) > AGREE)) {
    throw new NeedsWhole(t('live.noContinuation', { symbol }));
  }
  // The last days held may have been taken before they had settled, so what came counts from its second day on.
  const before = Array.from(held.days, (day, i) => [day, held.values[i]!] as const).filter(
    ([day]) => day <= start,
  );
  const after = Array.from(fetched.days, (day, i) => [day, fetched.values[i]!] as const).slice(
    before.at(-1)?.[0] === start ? 1 : 0,
  );
  return seriesOf([...before, ...after], symbol);
}
