import * as v from 'valibot';

const weight = v.pipe(v.number(), v.minValue(0), v.maxValue(10));
const usd = v.pipe(v.number(), v.minValue(0), v.maxValue(1e13));

export const SettingsSchema = v.object({
  version: v.literal(1),
  /** Switch for the whole extension. */
  on: v.boolean(),
  sites: v.object({
    /** Hosts on which Minnow stays silent. */
    off: v.array(v.string()),
    /** Hosts that the user added and granted. */
    added: v.array(v.string()),
  }),
  theme: v.picklist(['auto', 'light', 'dark']),
  palette: v.picklist(['teal-orange', 'green-red']),
  badges: v.object({
    /** Verdicts whose badge is shown. */
    bands: v.object({ supports: v.boolean(), neutral: v.boolean(), against: v.boolean() }),
  }),
  thesis: v.object({
    thesisShare: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    signalWeights: v.record(v.string(), weight),
    factorWeights: v.record(v.string(), weight),
    smallCapUsd: v.object({ min: usd, max: usd }),
    aiNames: v.array(v.string()),
  }),
  corrections: v.array(
    v.object({
      ticker: v.string(),
      surface: v.optional(v.string()),
      scope: v.picklist(['page', 'site', 'everywhere']),
      where: v.optional(v.string()),
    }),
  ),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;
/** Top-level fields to replace. */
export type SettingsPatch = Partial<Omit<Settings, 'version'>>;
