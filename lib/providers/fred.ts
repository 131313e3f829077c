import * as v from 'valibot';
import { t } from '../i18n';
import { type Day, formatDay } from '../market/day';
import { seriesOf } from '../market/points';
import type { MacroId, Series } from '../market/types';
import { csvRows, dataJson, dataLines, dataText, dayIn, numberIn, Rejected } from './checks';
import { type Ask, type ProviderInfo, withQuery } from './types';

export const FRED: ProviderInfo = {
  name: 'FRED, Federal Reserve Bank of St. Louis',
  page: 'https://fred.stlouisfed.org/',
  base: 'https://fred.stlouisfed.org',
  maxBytes: 4e6,
};

/** The same series by the interface for programs, which wants a key of the user's. */
export const FRED_API: ProviderInfo = { ...FRED, base: 'https://api.stlouisfed.org' };

export type FredId = Exclude<MacroId, 'NFIB_SALES' | 'NFIB_COMP'>;

/** Values that no series of this kind takes, in its own unit. */
const BOUNDS: Record<FredId, [low: number, high: number]> = {
  DGS2: [-5, 30],
  DFEDTARU: [0, 30],
  FEDTARMD: [-2, 30],
  CPIAUCSL: [10, 2000],
  CPILFESL: [10, 2000],
  PCEPILFE: [10, 1000],
  UNRATE: [0, 60],
  PAYEMS: [50_000, 500_000],
  ICSA: [50_000, 20_000_000],
  INDPRO: [10, 1000],
};
/** The projections are about years to come: their dates may be this many days ahead. */
const PROJECTED_AHEAD = 5 * 366;

/** Several series of one rhythm in one answer; FRED packs series of different rhythms into an archive. */
export function askFred(ids: readonly FredId[], since: Day, base = FRED.base): Ask {
  return { url: withQuery(`${base}/graph/fredgraph.csv`, { id: ids.join(','), cosd: formatDay(since) }) };
}

/** @param latest last day that an observation may carry. @throws Rejected */
export function readFred(body: string, ids: readonly FredId[], latest: Day): Map<FredId, Series> {
  // Only what has the head of the table can be told to have broken off.
  const [header = [], ...rows] = csvRows(dataText(body));
  if (!/^(?:observation_date|DATE)$/.test(header[0] ?? '')) {
    throw new Rejected(t('live.noDates', { name: 'FRED' }));
  }
  dataLines(body);
  return new Map(
    ids.map((id) => {
      const column = header.indexOf(id);
      if (column < 0) throw new Rejected(t('live.lacksSeries', { name: 'FRED', series: id }));
      const lines = rows.filter((row) => row.length > 1 || row[0] !== '');
      if (lines.some((row) => row.length !== header.length)) {
        throw new Rejected(t('live.brokeOff', { name: 'FRED' }));
      }
      return [
        id,
        checked(
          id,
          lines.map((row) => [row[0] ?? '', row[column]]),
          latest,
        ),
      ];
    }),
  );
}

export function askFredApi(id: FredId, since: Day, key: string, base = FRED_API.base): Ask {
  return {
    url: withQuery(`${base}/fred/series/observations`, {
      series_id: id,
      observation_start: formatDay(since),
      file_type: 'json',
      api_key: key,
    }),
  };
}

const Observations = v.object({
  observations: v.array(v.object({ date: v.string(), value: v.string() })),
});

/** @throws Rejected */
export function readFredApi(body: string, id: FredId, latest: Day): Series {
  const json = dataJson(body);
  const answer = v.safeParse(Observations, json);
  if (!answer.success) {
    const said = (json as { error_message?: unknown } | null)?.error_message;
    throw new Rejected(
      /api_key/.test(String(said))
        ? t('live.keyUnknown', { name: 'FRED' })
        : t('live.form', { name: 'FRED' }),
    );
  }
  return checked(
    id,
    answer.output.observations.map(({ date, value }) => [date, value]),
    latest,
  );
}

function checked(id: FredId, rows: (readonly [string, string | undefined])[], latest: Day): Series {
  const [low, high] = BOUNDS[id];
  const last = id === 'FEDTARMD' ? latest + PROJECTED_AHEAD : latest;
  const points = rows.flatMap(([date, text]) => {
    const day = dayIn(date, last, () => t('live.aValue', { series: id }));
    // A month without a survey stands as "." or as nothing.
    const value = numberIn(text, () => t('live.valueOn', { series: id, date }));
    if (value === undefined) return [];
    if (value < low || value > high) throw new Rejected(t('live.cannotBe', { series: id, value, date }));
    return [[day, value] as const];
  });
  if (points.length === 0) throw new Rejected(t('live.noValues', { name: 'FRED', series: id }));
  if (points.some(([day], i) => i > 0 && day <= (points[i - 1]?.[0] ?? 0))) {
    throw new Rejected(t('live.order', { symbol: id }));
  }
  return seriesOf(points, id);
}
