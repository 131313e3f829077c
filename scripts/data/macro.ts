import { type Day, parseDay } from '../../lib/market/day';
import { numberOf, seriesOf } from '../../lib/market/points';
import { releaseDays } from '../../lib/market/releases';
import type { MacroId, MacroSeries, Series, Vintage } from '../../lib/market/types';
import type { RawFolder } from './raw';

/** The Russell 2000 fund starts in 2000; a year before it serves changes over a year. */
const FIRST_DAY = parseDay('1999-01-01');
const FRED = 'FRED, Federal Reserve Bank of St. Louis';

/** Day on which each folder of files was taken; the tail by its newest rows, which fall in that week. */
const FOLDERS = [
  { folder: 'macro/fred_long', takenOn: parseDay('2026-01-02') },
  { folder: 'macro/fred_2021-2026-08-21', takenOn: parseDay('2026-08-21') },
  { folder: 'macro/fred_tail_2026-10', takenOn: parseDay('2026-10-05') },
] as const;
const [LONG, AUGUST, TAIL] = FOLDERS;

/** Series that are revised after their first release: one vintage for each folder that has them. */
const REVISED: { id: MacroId; title: string; unit: string; from: (typeof FOLDERS)[number][] }[] = [
  {
    id: 'CPIAUCSL',
    title: 'Consumer prices, all items',
    unit: 'index 1982-1984=100',
    from: [LONG, AUGUST, TAIL],
  },
  {
    id: 'CPILFESL',
    title: 'Consumer prices without food and energy',
    unit: 'index 1982-1984=100',
    from: [LONG, AUGUST],
  },
  {
    id: 'PCEPILFE',
    title: 'Prices of consumer spending without food and energy',
    unit: 'index 2017=100',
    from: [LONG, AUGUST, TAIL],
  },
  { id: 'UNRATE', title: 'Unemployment rate', unit: 'percent', from: [LONG, AUGUST, TAIL] },
  { id: 'PAYEMS', title: 'Jobs outside farming', unit: 'thousands', from: [LONG, AUGUST] },
  {
    id: 'ICSA',
    title: 'First claims for unemployment benefits',
    unit: 'claims a week',
    from: [LONG, AUGUST, TAIL],
  },
  { id: 'INDPRO', title: 'Industrial production', unit: 'index 2017=100', from: [AUGUST] },
];

/** Every macro series that a signal asks for, from `firstDay` on. */
export function buildMacro(raw: RawFolder, firstDay = FIRST_DAY): MacroSeries[] {
  const vintage = (id: MacroId, series: Series, takenOn: Day) => vintageFrom(firstDay, id, series, takenOn);
  const unrevised = (id: MacroId, title: string, series: Series, takenOn: Day): MacroSeries => ({
    id,
    title,
    unit: 'percent',
    revised: false,
    vintages: [vintage(id, series, takenOn)],
    provenance: provenance(id, series.days.at(-1) ?? takenOn),
  });
  const projection = raw.series(`${AUGUST.folder}/FEDTARMD.csv`);
  return [
    unrevised('DGS2', '2-year Treasury yield', twoYear(raw), AUGUST.takenOn),
    unrevised('DFEDTARU', 'Federal funds target, upper bound', target(raw), TAIL.takenOn),
    {
      ...unrevised(
        'FEDTARMD',
        "Federal funds rate at the year's end, median projection of the Fed",
        projection,
        AUGUST.takenOn,
      ),
      provenance: provenance('FEDTARMD', AUGUST.takenOn),
    },
    ...REVISED.map(({ id, title, unit, from }): MacroSeries => {
      const vintages = from.map(({ folder, takenOn }) =>
        vintage(id, raw.series(`${folder}/${id}.csv`), takenOn),
      );
      const newest = vintages.at(-1)?.days.at(-1) ?? 0;
      return { id, title, unit, revised: true, vintages, provenance: provenance(id, newest) };
    }),
    survey(raw, 'NFIB_SALES', 'Small firms that expect higher real sales', 'expect_real_sales_net_pct'),
    survey(raw, 'NFIB_COMP', 'Small firms that plan to raise pay', 'plan_raise_compensation_net_pct'),
  ];
}

function vintageFrom(firstDay: Day, id: MacroId, series: Series, takenOn: Day): Vintage {
  const start = series.days.findIndex((day) => day >= firstDay);
  const days = series.days.slice(start);
  return { takenOn, days, values: series.values.slice(start), knownOn: releaseDays(id, days, takenOn) };
}

function provenance(id: string, asOf: Day) {
  return { source: FRED, url: `https://fred.stlouisfed.org/series/${id}`, asOf };
}

const points = ({ days, values }: Series) =>
  Array.from(days, (day, i) => [day, values[i] ?? Number.NaN] as const);

/** Continues a series that is never revised. @throws Error when the two differ on a common day. */
function continued(first: Series, then: Series, name: string): Series {
  const known = new Map(points(first));
  const last = first.days.at(-1) ?? 0;
  for (const [day, value] of points(then)) {
    if (known.has(day) && known.get(day) !== value)
      throw new Error(`${name}: two files differ on day ${day}`);
  }
  return seriesOf([...points(first), ...points(then).filter(([day]) => day > last)], name);
}

/** FRED's own file to 2025; from there the 10-year yield less the published difference of both. */
function twoYear(raw: RawFolder): Series {
  const spread = new Map(points(raw.series(`${AUGUST.folder}/T10Y2Y.csv`)));
  const derived = points(raw.series(`${AUGUST.folder}/DGS10.csv`)).flatMap(([day, ten]) => {
    const difference = spread.get(day);
    return difference === undefined ? [] : [[day, Math.round((ten - difference) * 100) / 100] as const];
  });
  return continued(raw.series(`${LONG.folder}/DGS2.csv`), seriesOf(derived, 'T10Y2Y'), 'DGS2');
}

/** Daily to August 2026, then carried on between the days of change to the last row of the newer file. */
function target(raw: RawFolder): Series {
  const daily = raw.series(`${AUGUST.folder}/DFEDTARU.csv`);
  const changes = points(
    seriesOf(
      raw
        .rows(`${TAIL.folder}/DFEDTARU_change_points.csv`, 'effective_date', 'value')
        .map((row) => [parseDay(row.effective_date ?? ''), Number(row.value)] as const),
      'DFEDTARU changes',
    ),
  );
  const from = changes[0]?.[0] ?? 0;
  const to = changes.at(-1)?.[0] ?? 0;
  const steps = Array.from({ length: to - from + 1 }, (_, i): [Day, number] => {
    const value = changes.findLast(([day]) => day <= from + i)?.[1];
    return [from + i, value ?? Number.NaN];
  });
  return continued(daily, seriesOf(steps, 'DFEDTARU changes'), 'DFEDTARU');
}

function survey(raw: RawFolder, id: MacroId, title: string, column: string): MacroSeries {
  const series = seriesOf(
    raw.rows('nfib/nfib_published_values.csv', 'survey_month', column).flatMap((row) => {
      const value = numberOf(row[column], `NFIB ${row.survey_month}`);
      return value === undefined ? [] : [[parseDay(`${row.survey_month}-01`), value] as const];
    }),
    id,
  );
  return {
    id,
    title,
    unit: 'net percent',
    revised: false,
    vintages: [vintageFrom(FIRST_DAY, id, series, TAIL.takenOn)],
    provenance: {
      source: 'NFIB Research Foundation, Small Business Economic Trends (published monthly readings)',
      url: 'https://www.nfib-sbet.org/',
      asOf: series.days.at(-1) ?? 0,
    },
  };
}
