import * as v from 'valibot';

const weightWords = 'A weight is a number from 0 to 10.';
const weight = v.pipe(v.number(weightWords), v.minValue(0, weightWords), v.maxValue(10, weightWords));

const usdWords = 'A market value is a number of dollars, 0 or more.';
const usd = v.pipe(
  v.number(usdWords),
  v.minValue(0, usdWords),
  v.maxValue(1e13, 'That market value is larger than any company.'),
);

const shareWords = 'The share is a number from 0 to 1.';

const weights = (what: string) =>
  v.pipe(
    v.record(v.string(), weight),
    v.check(
      (all) => Object.values(all).some((one) => one > 0),
      `At least one ${what} needs a weight above 0, else there is nothing to score.`,
    ),
  );

const host = v.pipe(v.string(), v.regex(/^[a-z0-9.:[\]-]{1,253}$/, 'A site is written like example.com.'));
const hosts = v.pipe(v.array(host), v.maxLength(1000, 'More than 1,000 sites cannot be kept.'));

export const CorrectionSchema = v.object({
  ticker: v.pipe(v.string(), v.minLength(1), v.maxLength(16)),
  surface: v.optional(v.pipe(v.string(), v.maxLength(300))),
  scope: v.picklist(['page', 'site', 'everywhere']),
  where: v.optional(v.pipe(v.string(), v.maxLength(2048))),
});

export const SettingsSchema = v.object({
  version: v.literal(1),
  /** Switch for the whole extension. */
  on: v.boolean(),
  sites: v.object({
    /** Hosts on which Minnow stays silent. */
    off: hosts,
    /** Hosts that the user added and granted. */
    added: hosts,
  }),
  theme: v.picklist(['auto', 'light', 'dark']),
  palette: v.picklist(['teal-orange', 'green-red']),
  badges: v.object({
    /** Verdicts whose badge is shown. */
    bands: v.object({ supports: v.boolean(), neutral: v.boolean(), against: v.boolean() }),
  }),
  /** What the toolbar button shows. */
  toolbar: v.optional(v.picklist(['count', 'score']), 'count'),
  /** What the user wants to be told of. */
  alerts: v.optional(
    v.object({ signal: v.boolean(), band: v.boolean(), record: v.boolean(), level: v.boolean() }),
    { signal: false, band: false, record: false, level: false },
  ),
  thesis: v.object({
    thesisShare: v.pipe(v.number(shareWords), v.minValue(0, shareWords), v.maxValue(1, shareWords)),
    signalWeights: weights('signal'),
    factorWeights: weights('factor'),
    smallCapUsd: v.pipe(
      v.object({ min: usd, max: usd }),
      v.check(({ min, max }) => min < max, 'The lower bound must be below the upper bound.'),
    ),
    aiNames: v.pipe(
      v.array(
        v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9./-]{0,9}$/, 'A ticker is written in capitals, like NVDA.')),
      ),
      v.minLength(1, 'The list needs at least one ticker.'),
      v.maxLength(50, 'The list holds at most 50 tickers.'),
    ),
  }),
  corrections: v.pipe(
    v.array(CorrectionSchema),
    v.maxLength(10_000, 'More than 10,000 corrections cannot be kept; undo some in the options.'),
  ),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;
/** Top-level fields to replace. */
export type SettingsPatch = Partial<Omit<Settings, 'version'>>;
