import * as v from 'valibot';
import { t } from '../i18n';
import { type Day, formatDay, parseDay } from '../market/day';
import { universeSpelling } from '../market/listing';
import { dataJson, notAfter, Rejected } from './checks';
import type { Ask, ProviderInfo } from './types';

export const SEC_TICKERS: ProviderInfo = {
  name: 'SEC EDGAR, company tickers',
  page: 'https://www.sec.gov/search-filings',
  base: 'https://www.sec.gov',
  maxBytes: 4e6,
};
export const SEC_FRAMES: ProviderInfo = {
  name: 'SEC EDGAR, XBRL frames',
  page: 'https://www.sec.gov/search-filings/edgar-application-programming-interfaces',
  base: 'https://data.sec.gov',
  maxBytes: 12e6,
};

export function askTickers(base = SEC_TICKERS.base): Ask {
  return { url: `${base}/files/company_tickers.json` };
}

const Tickers = v.record(
  v.string(),
  v.object({
    cik_str: v.pipe(v.number(), v.integer(), v.minValue(1)),
    ticker: v.string(),
    title: v.string(),
  }),
);
const FEWEST_TICKERS = 4000;

/** Numbers of the filers by symbol, as the list of stocks spells it. @throws Rejected */
export function readTickers(body: string): Map<string, number> {
  const answer = v.safeParse(Tickers, dataJson(body));
  if (!answer.success) throw new Rejected(t('live.form', { name: 'SEC EDGAR' }));
  const ciks = new Map(
    Object.values(answer.output).map(({ ticker, cik_str }) => [universeSpelling(ticker), cik_str]),
  );
  if (ciks.size < FEWEST_TICKERS) {
    throw new Rejected(t('live.fewTickers', { count: ciks.size }));
  }
  return ciks;
}

/** A figure of all companies at once. */
export interface Concept {
  tag: string;
  unit: 'USD' | 'USD-per-shares';
}

/** A calendar quarter, e.g. "CY2026Q3". */
export type Quarter = `CY${number}Q${1 | 2 | 3 | 4}`;

export function askFrame({ tag, unit }: Concept, quarter: Quarter, base = SEC_FRAMES.base): Ask {
  return { url: `${base}/api/xbrl/frames/us-gaap/${tag}/${unit}/${quarter}.json` };
}

const Frame = v.object({
  tag: v.string(),
  ccp: v.string(),
  data: v.array(
    v.object({
      cik: v.pipe(v.number(), v.integer()),
      end: v.string(),
      val: v.number(),
    }),
  ),
});

/** Largest amount that a company reports for a quarter, US dollars (or dollars a share). */
const LARGEST = { USD: 1e12, 'USD-per-shares': 1e6 };

/** Figures by the filer's number. @throws Rejected */
export function readFrame(
  body: string,
  { tag, unit }: Concept,
  quarter: Quarter,
  latest: Day,
): Map<number, { end: Day; value: number }> {
  const answer = v.safeParse(Frame, dataJson(body));
  if (!answer.success) throw new Rejected(t('live.frameForm', { tag }));
  const { tag: told, ccp, data } = answer.output;
  if (told !== tag || ccp !== quarter) {
    throw new Rejected(t('live.otherFrame', { told, toldOf: ccp, tag, quarter: String(quarter) }));
  }
  return new Map(
    data.map(({ cik, end, val }) => {
      if (Math.abs(val) > LARGEST[unit]) throw new Rejected(t('live.filerValue', { tag, cik, value: val }));
      let day: Day;
      try {
        day = parseDay(end);
      } catch {
        throw new Rejected(t('live.filerDate', { tag, cik, text: end.slice(0, 30) }));
      }
      return [cik, { end: notAfter(day, latest, () => t('live.filer', { tag, cik })), value: val }];
    }),
  );
}

/** The quarter that a day falls in. */
export function quarterOf(day: Day): Quarter {
  const [year, month] = formatDay(day).split('-').map(Number) as [number, number, number];
  return `CY${year}Q${(Math.floor((month - 1) / 3) + 1) as 1 | 2 | 3 | 4}`;
}

/** Last day of a quarter. */
export function endOfQuarter(quarter: Quarter): Day {
  const [, year, number] = /^CY(\d+)Q(\d)$/.exec(quarter)!;
  return Date.UTC(Number(year), Number(number) * 3, 0) / 86_400_000;
}

export function quartersBefore(quarter: Quarter, count: number): Quarter {
  const [, year, number] = /^CY(\d+)Q(\d)$/.exec(quarter)!;
  const at = Number(year) * 4 + Number(number) - 1 - count;
  return `CY${Math.floor(at / 4)}Q${((at % 4) + 1) as 1 | 2 | 3 | 4}`;
}
