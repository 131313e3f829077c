import * as v from 'valibot';
import { t } from '../i18n';
import { parseDay } from '../market/day';
import { fitsRamp, THRESHOLDS } from '../thesis/thresholds';

/** A number from one to another, with the words for any other. */
const within = (from: number, to: number, words: string) =>
  v.pipe(v.number(words), v.minValue(from, words), v.maxValue(to, words));

const weights = (words: string) =>
  v.pipe(
    v.record(v.string(), within(0, 10, t('settings.weight'))),
    v.check((all) => Object.values(all).some((one) => one > 0), words),
  );

const usd = v.pipe(
  v.number(t('settings.usd')),
  v.minValue(0, t('settings.usd')),
  v.maxValue(1e13, t('settings.usdTooMuch')),
);

const growth = within(-100, 1000, t('settings.growth'));
const multiple = within(0.1, 1000, t('settings.multiple'));

const day = v.pipe(
  v.string(t('settings.day')),
  v.check((text) => {
    try {
      return parseDay(text) > 0;
    } catch {
      return false;
    }
  }, t('settings.day')),
);

/** The user's own consensus figures; see `Consensus` of lib/thesis, whose day is a number. */
const ConsensusSchema = v.pipe(
  v.object({
    growthPct: v.optional(v.object({ small: growth, large: growth })),
    forwardMultiple: v.optional(v.object({ small: multiple, large: multiple })),
    /** YYYY-MM-DD */
    knownOn: day,
    source: v.pipe(
      v.string(t('settings.source')),
      v.trim(),
      v.minLength(1, t('settings.source')),
      v.maxLength(200, t('settings.sourceTooLong')),
    ),
  }),
  v.check(({ growthPct, forwardMultiple }) => !!growthPct || !!forwardMultiple, t('settings.noFigures')),
);

/** What a score is made with, as it is kept; `thesisOptions` makes the engine's own form of it. */
export const ThesisSchema = v.object({
  thesisShare: within(0, 1, t('settings.share')),
  signalWeights: weights(t('settings.noSignal')),
  factorWeights: weights(t('settings.noFactor')),
  smallCapUsd: v.pipe(
    v.object({ min: usd, max: usd }),
    v.check(({ min, max }) => min < max, t('settings.bounds')),
  ),
  aiNames: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9./-]{0,9}$/, t('settings.ticker')))),
    v.minLength(1, t('settings.noTicker')),
    v.maxLength(50, t('settings.tickers')),
  ),
  /** Measures at the corners of ramps that were moved, by the ramp's id; what no ramp answers to is not used. */
  thresholds: v.optional(
    v.pipe(
      v.record(v.string(), v.pipe(v.array(within(-1e6, 1e6, t('settings.corner'))), v.maxLength(10))),
      v.check(
        (all) => THRESHOLDS.every(({ id, ramp }) => !all[id] || fitsRamp(ramp, all[id])),
        t('settings.corners'),
      ),
    ),
    {},
  ),
  consensus: v.optional(v.nullable(ConsensusSchema), null),
});
