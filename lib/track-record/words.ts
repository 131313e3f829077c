import { parseDay } from '../market/day';
import { DEFAULT_OPTIONS } from '../thesis/options';
import { cornersOf } from '../thesis/thresholds';
import type { SignalId, ThesisOptions, Verdict } from '../thesis/types';
import { plain, signed } from '../thesis/words';
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
  supports: '60 and up',
  neutral: '40 to 60',
  against: 'below 40',
};

/** What an interval tells. */
export type Finding = 'few' | 'none' | 'more' | 'less';

export const FINDING_WORDS: Record<Finding, string> = {
  few: 'too few to tell',
  none: 'no evidence either way',
  more: 'more than chance would give',
  less: 'less than chance would give',
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
  return low === null || high === null ? '–' : `${signed(low, digits)} to ${signed(high, digits)}`;
}

/** A share in percent with its interval: "52% (39 to 67)"; a dash where nothing is known. */
export function shareWords({ value, low, high }: Estimate): string {
  if (value === null) return '–';
  const interval = low === null || high === null ? '' : ` (${plain(low, 0)} to ${plain(high, 0)})`;
  return `${plain(value, 0)}%${interval}`;
}

/** "1 month", "3 months" */
export const monthsWords = (months: number) => (months === 1 ? '1 month' : `${months} months`);

const BAND_PHRASES: Record<Band, string> = {
  supports: 'a score of 60 and up',
  neutral: 'a score of 40 to 60',
  against: 'a score below 40',
};

/** What followed on months with a score of the same band, in one honest sentence; "" where nothing is known. */
export function recordSentence(record: Pick<TrackRecord, 'index'>, verdict: Verdict): string {
  const followed = mainOf(record.index.followed);
  if (verdict === 'unknown' || !followed) return '';
  const group = followed[verdict];
  const { value } = group.mean;
  if (value === null) return `There was no month with ${BAND_PHRASES[verdict]} in ${yearsOf(record)} years.`;
  const size = plain(Math.abs(value));
  const did =
    Number(size) === 0
      ? 'small caps level with the S&P 500'
      : `small caps ${size} points ${value > 0 ? 'ahead of' : 'behind'} the S&P 500`;
  const finding = FINDING_WORDS[findingOf(group.mean, isEnough(group, followed.horizon))];
  return `In ${yearsOf(record)} years, months with ${BAND_PHRASES[verdict]} were followed by ${did} after ${monthsWords(followed.horizon)} on average, 95% interval ${intervalWords(group.mean)}: ${finding}.`;
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
  return line === '' || isArticles ? line : `${line} By the article's weights, not yours.`;
}

/** Full years from the first to the last score. */
export function yearsOf({ index }: Pick<TrackRecord, 'index'>): number {
  return Math.floor((parseDay(index.to) - parseDay(index.from)) / 365.25);
}
