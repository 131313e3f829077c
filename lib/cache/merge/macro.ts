import { t } from '../../i18n';
import type { Dataset } from '../../market/dataset';
import { type Day, formatDay } from '../../market/day';
import { writeMacro } from '../../market/macro';
import { seriesOf } from '../../market/points';
import { releaseDays } from '../../market/releases';
import type { MacroId, MacroSeries, Series, Vintage } from '../../market/types';
import { Rejected } from '../../providers/checks';
import { type Edition, withSource } from '../edition';
import type { Outcome } from './outcome';

/** FEDTARMD is about years to come, so the day on which it was seen stands for it. */
const PROJECTIONS: MacroId = 'FEDTARMD';

/**
 * Takes series as they stand today. One that is revised becomes a vintage of its own, in place of the last one
 * fetched; the vintages that came with the extension stay. One that is never revised is continued.
 * @param shipped the data set that came with the extension
 * @throws Rejected
 */
export async function mergeMacro(
  edition: Edition,
  shipped: Dataset,
  fetched: ReadonlyMap<MacroId, Series>,
  today: Day,
  from: { name: string; page: string },
): Promise<Outcome> {
  const [{ macro }, { macro: first }] = await Promise.all([edition.dataset.market(), shipped.market()]);
  const next = { ...macro };
  for (const [id, series] of fetched) {
    const held = macro[id];
    const base = first[id];
    if (!held || !base) throw new Rejected(t('live.noSeries', { series: id }));
    next[id] = {
      ...(held.revised ? replaced(held, base, series, today) : continued(held, series, today)),
      provenance: {
        source: from.name,
        url: id.startsWith('NFIB') ? from.page : `${from.page}series/${id}`,
        asOf: id === PROJECTIONS ? today : series.days.at(-1)!,
      },
    };
  }
  const ids = [...fetched.keys()];
  const newest = ids.includes(PROJECTIONS) ? today : Math.min(...ids.map((id) => next[id]!.provenance.asOf));
  await edition.replace(
    'macro',
    [['macro.bin', writeMacro(Object.values(next))]],
    withSource(edition.part('macro').sources, {
      what: `Newest ${ids.join(', ')}`,
      source: from.name,
      url: from.page,
      asOf: formatDay(newest),
    }),
  );
  return { newest };
}

function replaced(held: MacroSeries, base: MacroSeries, series: Series, today: Day): MacroSeries {
  const kept = base.vintages.filter(({ takenOn }) => takenOn < today);
  const last = held.vintages.at(-1)?.days.at(-1) ?? 0;
  if (series.days.at(-1)! < last) {
    throw new Rejected(t('live.seriesEnds', { series: held.id, day: formatDay(series.days.at(-1)!) }));
  }
  const vintage: Vintage = { ...series, takenOn: today, knownOn: releaseDays(held.id, series.days, today) };
  return { ...held, vintages: [...kept, vintage] };
}

function continued(held: MacroSeries, series: Series, today: Day): MacroSeries {
  const [vintage] = held.vintages;
  if (!vintage) throw new Rejected(t('live.noSeries', { series: held.id }));
  if (series.days.at(-1)! < vintage.days.at(-1)!) {
    throw new Rejected(t('live.seriesEnds', { series: held.id, day: formatDay(series.days.at(-1)!) }));
  }
  const start = series.days[0]!;
  const points = (one: Series) => Array.from(one.days, (day, i) => [day, one.values[i]!] as const);
  const all = seriesOf([...points(vintage).filter(([day]) => day < start), ...points(series)], held.id);
  const released = releaseDays(held.id, all.days, today);
  const known = new Map(points(vintage).map(([day, value], i) => [`${day} ${value}`, vintage.knownOn[i]!]));
  return {
    ...held,
    vintages: [
      {
        ...all,
        takenOn: today,
        // What was known before stays known from then on.
        knownOn: released.map((day, i) =>
          Math.min(day, known.get(`${all.days[i]} ${all.values[i]}`) ?? Number.POSITIVE_INFINITY),
        ),
      },
    ],
  };
}
