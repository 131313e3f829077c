import * as v from 'valibot';
import { t } from '../i18n';
import { DatasetError, sha256 } from '../market/manifest';

/** File of the data set with the record; written by `npm run track-record`. */
export const RECORD_FILE = 'track-record.jsonl';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const verdict = v.picklist(['supports', 'neutral', 'against', 'unknown']);

/** A figure with its 95% interval; null where there is nothing to take it from, or too little for an interval. */
const Estimate = v.object({
  value: v.nullable(v.number()),
  low: v.nullable(v.number()),
  high: v.nullable(v.number()),
});

/** What followed on the months of one group, small caps less large ones. */
const Group = v.object({
  months: count,
  /** Unbroken stretches of such months: months in a row tell little more than one. */
  stretches: count,
  /** Percentage points over the horizon. */
  mean: Estimate,
  /** Share of windows in which small caps were ahead, percent. */
  hit: Estimate,
});

const Followed = v.object({
  /** Length of the window, months. */
  horizon: count,
  all: Group,
  supports: Group,
  neutral: Group,
  against: Group,
  /** Mean after "supports" less mean after "against", percentage points. */
  difference: Estimate,
  /** Rank correlation (Spearman) of the score with what followed. */
  rank: Estimate,
});

const Score = v.object({ day: date, score: v.nullable(v.number()), coverage: v.number() });

const SignalRecord = v.object({
  id: v.string(),
  title: v.string(),
  /** First month's end with a reading; null when there never was one. */
  from: v.nullable(date),
  followed: v.array(Followed),
});

const Study = v.object({
  from: date,
  to: date,
  followed: v.array(Followed),
  signals: v.array(SignalRecord),
});

const Way = v.object({
  title: v.string(),
  /** Percent a year. */
  yearly: v.number(),
  /** Standard deviation of monthly returns at a yearly rate, percent. */
  swing: v.number(),
  /** Deepest fall from a month's end to a later one, percent. */
  fall: v.number(),
  /** Change since the start, percent, at each month's end. */
  curve: v.array(v.number()),
});

const Leg = v.object({
  id: v.string(),
  title: v.string(),
  claim: v.string(),
  outcome: v.picklist(['holds', 'wavers', 'broke', 'unknown']),
  /** Each change of verdict since the article's day, that day first. */
  turns: v.array(v.object({ day: date, verdict, short: v.string() })),
  /** The reading on the last day, in a sentence. */
  now: v.string(),
});

const Fifths = v.object({
  horizon: count,
  /** Month's ends. */
  months: count,
  /** Mean return less the universe's mean, percentage points; the lowest fifth first. */
  fifths: v.array(Estimate),
  /** Highest fifth less lowest, percentage points. */
  spread: Estimate,
  /** Share of months in which the highest fifth did better than the lowest, percent. */
  consistency: Estimate,
  /** Mean of the monthly rank correlations. */
  rank: Estimate,
});

const CompanyStudy = v.object({
  from: date,
  to: date,
  /** Stocks in the universe at a month's end, mean. */
  stocks: v.number(),
  /** Different stocks in all months. */
  companies: count,
  /** Stocks that left the exchange while in a window of one month. */
  left: count,
  /** The same that were judged failed. */
  failed: count,
  /** Windows of one month left out, since the price moved as by a split that the table missed. */
  missedSplits: count,
  followed: v.array(Fifths),
  /** Mean share of the highest fifth that is no longer in it a month later, percent. */
  turnover: v.number(),
  factors: v.array(v.object({ id: v.string(), title: v.string(), followed: v.array(Fifths) })),
  /** Highest fifth less lowest over one month, by month's end, percentage points. */
  monthly: v.array(v.object({ day: date, spread: v.number() })),
  /** The spread over one month under other treatments of stocks that left and of outliers, percentage points. */
  treatments: v.array(v.object({ title: v.string(), spread: Estimate })),
});

const RecordSchema = v.object({
  /** Day of the newest price used. */
  asOf: date,
  sources: v.array(
    v.object({ what: v.string(), source: v.string(), url: v.optional(v.string()), asOf: date }),
  ),
  resamples: count,
  index: v.object({
    ...Study.entries,
    scores: v.array(Score),
    ways: v.array(Way),
    /** Following the score less holding small caps, and less large ones, percentage points a year. */
    ahead: v.object({ small: Estimate, large: Estimate }),
    /** Mean over all windows of the longest horizon by closes and with dividends, over the months that have both. */
    dividends: v.object({ horizon: count, to: date, closes: v.number(), withDividends: v.number() }),
  }),
  long: Study,
  sinceArticle: v.object({
    from: date,
    to: date,
    small: v.number(),
    large: v.number(),
    score: v.object({ before: v.nullable(v.number()), now: v.nullable(v.number()) }),
    /** What happened to the article's claims that name an event, in the order of days. */
    events: v.array(v.object({ day: date, words: v.string() })),
    days: v.array(count),
    iwm: v.array(v.number()),
    spy: v.array(v.number()),
    legs: v.array(Leg),
  }),
  companies: CompanyStudy,
});

export type TrackRecord = v.InferOutput<typeof RecordSchema>;
export type Estimate = v.InferOutput<typeof Estimate>;
export type Group = v.InferOutput<typeof Group>;
export type Followed = v.InferOutput<typeof Followed>;
export type Study = v.InferOutput<typeof Study>;
export type Way = v.InferOutput<typeof Way>;
export type Leg = v.InferOutput<typeof Leg>;
export type Fifths = v.InferOutput<typeof Fifths>;
export type CompanyStudy = v.InferOutput<typeof CompanyStudy>;

/** First line of the file; the second is the record. */
const Head = v.object({
  format: v.literal('minnow-track-record'),
  version: v.literal(1),
  /** Of the second line. */
  sha256: v.string(),
});

export async function writeRecord(record: TrackRecord): Promise<string> {
  const text = JSON.stringify(record);
  const head: v.InferOutput<typeof Head> = {
    format: 'minnow-track-record',
    version: 1,
    sha256: await sha256(new TextEncoder().encode(text)),
  };
  return `${JSON.stringify(head)}\n${text}\n`;
}

/** @throws DatasetError when the file is damaged or of a version not known here. */
export async function readRecord(bytes: Uint8Array): Promise<TrackRecord> {
  try {
    const end = bytes.indexOf(10);
    const head = v.parse(Head, JSON.parse(textOf(bytes.subarray(0, end))));
    const body = bytes.subarray(end + 1, -1);
    if ((await sha256(body)) !== head.sha256) throw new RangeError('The checksum differs');
    return v.parse(RecordSchema, JSON.parse(textOf(body)));
  } catch (cause) {
    throw new DatasetError(t('record.damaged'), { cause });
  }
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
