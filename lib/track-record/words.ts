import { t } from '../i18n';
import { number, percent, signedNumber } from '../i18n/format';
import { parseDay } from '../market/day';
import { DEFAULT_OPTIONS } from '../thesis/options';
import { cornersOf } from '../thesis/thresholds';
import { titleOf } from '../thesis/titles';
import type { FactorId, SignalId, ThesisOptions, Verdict } from '../thesis/types';
import type { Estimate, Followed, TrackRecord } from './schema';

/** The window that the article speaks of: a year. */
const MAIN_HORIZON = 12;

/** Fewer windows that do not overlap, or fewer separate stretches of months, are too few to tell. */
const MIN_WINDOWS = 10;
const MIN_STRETCHES = 5;

export type Band = Exclude<Verdict, 'unknown'>;
export const BANDS: readonly Band[] = ['supports', 'neutral', 'against'];

/** Scores of each band. */
export const BAND_SCORES: Record<Band, string> = {
  supports: t('record.band.supports'),
  neutral: t('record.band.neutral'),
  against: t('record.band.against'),
};

/** Ways to hold both funds, in the order of the record. */
const WAYS = [t('record.way.score'), t('record.way.small'), t('record.way.large')];

/** The record with its titles in the language of the texts; its file is written in English. */
export function inLanguage(record: TrackRecord): TrackRecord {
  const titled = <T extends { id: string; title: string }>(all: readonly T[]): T[] =>
    all.map((one) => ({ ...one, title: titleOf(one.id as SignalId | FactorId) || one.title }));
  const { index, long, sinceArticle, companies } = record;
  return {
    ...record,
    index: {
      ...index,
      signals: titled(index.signals),
      ways: index.ways.map((way, i) => ({ ...way, title: WAYS[i] ?? way.title })),
    },
    long: { ...long, signals: titled(long.signals) },
    sinceArticle: { ...sinceArticle, legs: titled(sinceArticle.legs) },
    companies: { ...companies, factors: titled(companies.factors) },
  };
}

/** What an interval tells. */
export type Finding = 'few' | 'none' | 'more' | 'less';

export const FINDING_WORDS: Record<Finding, string> = {
  few: t('record.finding.few'),
  none: t('record.finding.none'),
  more: t('record.finding.more'),
  less: t('record.finding.less'),
};

/** Whether a group says anything; `stretches` is left out for all months together. */
export function isEnough(
  { months, stretches }: { months: number; stretches?: number },
  horizon: number,
): boolean {
  return months / horizon >= MIN_WINDOWS && (stretches ?? MIN_STRETCHES) >= MIN_STRETCHES;
}

/** What an interval tells of a figure that is zero by chance. */
export function findingOf({ value, low, high }: Estimate, enough: boolean): Finding {
  if (!enough || value === null || low === null || high === null) return 'few';
  return low > 0 ? 'more' : high < 0 ? 'less' : 'none';
}

/** What followed over the horizon that the article speaks of. */
export function mainOf(followed: readonly Followed[]): Followed | undefined {
  return followed.find(({ horizon }) => horizon === MAIN_HORIZON);
}

/** How many rank correlations of single signals have enough windows, and how many of their intervals miss zero on which side. */
export function looksOf({ index, long }: Pick<TrackRecord, 'index' | 'long'>): {
  all: number;
  claimed: number;
  opposite: number;
} {
  const findings = [...index.signals, ...long.signals]
    .flatMap(({ followed }) => followed)
    .map(({ rank, all, horizon }) => findingOf(rank, isEnough({ months: all.months }, horizon)))
    .filter((finding) => finding !== 'few');
  const count = (wanted: Finding) => findings.filter((finding) => finding === wanted).length;
  return { all: findings.length, claimed: count('more'), opposite: count('less') };
}

/** "−2.0 to +4.8"; a dash where there is no interval. */
export function intervalWords({ low, high }: Estimate, digits = 1): string {
  if (low === null || high === null) return '–';
  return t('record.interval', { low: signedNumber(low, digits), high: signedNumber(high, digits) });
}

/** A share in percent with its interval: "52% (39 to 67)"; a dash where nothing is known. */
export function shareWords({ value, low, high }: Estimate): string {
  if (value === null) return '–';
  const share = percent(value);
  if (low === null || high === null) return share;
  return t('record.share', { share, low: number(low, 0), high: number(high, 0) });
}

/** "1 month", "3 months" */
export const monthsWords = (months: number) => t('record.months', months, { count: number(months) });

const BAND_PHRASES: Record<Band, string> = {
  supports: t('record.bandPhrase.supports'),
  neutral: t('record.bandPhrase.neutral'),
  against: t('record.bandPhrase.against'),
};

/** What followed on months with a score of the same band, in one honest sentence; "" where nothing is known. */
export function recordSentence(record: Pick<TrackRecord, 'index'>, verdict: Verdict): string {
  const followed = mainOf(record.index.followed);
  if (verdict === 'unknown' || !followed) return '';
  const group = followed[verdict];
  const { value } = group.mean;
  const [band, years] = [BAND_PHRASES[verdict], number(yearsOf(record))];
  if (value === null) return t('record.noMonth', { band, years });
  const finding = FINDING_WORDS[findingOf(group.mean, isEnough(group, followed.horizon))];
  const words = {
    years,
    band,
    window: monthsWords(followed.horizon),
    interval: intervalWords(group.mean),
    finding,
  };
  const points = number(Math.abs(value), 1);
  if (points === number(0, 1)) return t('record.level', words);
  return value > 0 ? t('record.ahead', { ...words, points }) : t('record.behind', { ...words, points });
}

/** The sentence for today's options: the record itself is that of the article's own. */
export function recordLine(
  record: Pick<TrackRecord, 'index'>,
  verdict: Verdict,
  using: ThesisOptions,
): string {
  const line = recordSentence(record, verdict);
  const isArticles =
    Object.entries(DEFAULT_OPTIONS.signalWeights).every(
      ([id, weight]) => using.signalWeights[id as SignalId] === weight,
    ) &&
    String(using.aiNames) === String(DEFAULT_OPTIONS.aiNames) &&
    using.consensus === null &&
    cornersOf(using).size === 0;
  return line === '' || isArticles ? line : t('record.notYours', { line });
}

/** Full years from the first to the last score. */
export function yearsOf({ index }: Pick<TrackRecord, 'index'>): number {
  return Math.floor((parseDay(index.to) - parseDay(index.from)) / 365.25);
}
