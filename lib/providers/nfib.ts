import * as v from 'valibot';
import { t } from '../i18n';
import { type Day, yearOf } from '../market/day';
import { seriesOf } from '../market/points';
import type { MacroId, Series } from '../market/types';
import { dataJson, notAfter, numberIn, Rejected } from './checks';
import type { Ask, ProviderInfo } from './types';

export const NFIB: ProviderInfo = {
  name: 'NFIB Research Foundation, Small Business Economic Trends',
  page: 'https://www.nfib-sbet.org/',
  base: 'https://api.nfib-sbet.org',
  maxBytes: 2e6,
};

type NfibId = Extract<MacroId, 'NFIB_SALES' | 'NFIB_COMP'>;

/** The survey's questions, as its interface names them. */
const QUESTIONS: Record<NfibId, string> = {
  NFIB_SALES: 'sales_expect',
  NFIB_COMP: 'emp_comp_change_expect',
};

export function askSurvey(since: Day, today: Day, base = NFIB.base): Ask {
  const parameter = (name: string, value: string | number) => ({ name, param_type: 'IN', value });
  return {
    url: `${base}/rest/sbetdb/_proc/getIndicators2`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-DreamFactory-Application-Name': 'sbet' },
    body: JSON.stringify({
      app_name: 'sbet',
      params: [
        parameter('minYear', yearOf(since)),
        parameter('minMonth', 1),
        parameter('maxYear', yearOf(today)),
        parameter('maxMonth', 12),
        parameter('indicator', Object.values(QUESTIONS).join(',')),
      ],
    }),
  };
}

const Rows = v.array(v.looseObject({ monthyear: v.string() }));

/** Net percent of firms by the first of each month. @throws Rejected */
export function readSurvey(body: string, latest: Day): Map<NfibId, Series> {
  const answer = v.safeParse(Rows, dataJson(body));
  if (!answer.success) throw new Rejected(t('live.form', { name: 'NFIB' }));
  const rows = answer.output
    .map((row) => ({ row, day: notAfter(monthIn(row.monthyear), latest, () => t('live.aMonth')) }))
    .sort((a, b) => a.day - b.day);
  return new Map(
    (Object.entries(QUESTIONS) as [NfibId, string][]).map(([id, question]) => {
      const points = rows.flatMap(({ day, row }) => {
        const value = numberIn(row[question] as string | number | null, () =>
          t('live.theQuestion', { question }),
        );
        if (value === undefined) return [];
        if (Math.abs(value) > 100) throw new Rejected(t('live.netShare', { value }));
        return [[day, Math.round(value * 100) / 100] as const];
      });
      if (points.length === 0) throw new Rejected(t('live.noValues', { name: 'NFIB', series: question }));
      if (points.some(([day], i) => day === points[i - 1]?.[0])) {
        throw new Rejected(t('live.monthTwice', { name: 'NFIB' }));
      }
      return [id, seriesOf(points, id)];
    }),
  );
}

/** "2026/8/1" or "8/1/2026", as the survey writes them by turns; always the first of the month. */
function monthIn(text: string): Day {
  const [, year, month] = /^(\d{4})\/(\d{1,2})\/\d{1,2}$/.exec(text) ?? [];
  const [, other, , yearLast] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const [y, m] = [Number(year ?? yearLast), Number(month ?? other)];
  if (!(y > 1970 && m >= 1 && m <= 12)) throw new Rejected(t('live.noMonth', { text: text.slice(0, 30) }));
  return Date.UTC(y, m - 1, 1) / 86_400_000;
}
