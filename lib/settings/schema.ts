import * as v from 'valibot';
import { t } from '../i18n';
import { ThesisSchema } from './thesis-schema';

const host = v.pipe(v.string(), v.regex(/^[a-z0-9.:[\]-]{1,253}$/, t('settings.site')));
const hosts = v.pipe(v.array(host), v.maxLength(1000, t('settings.sites')));

export const CorrectionSchema = v.object({
  ticker: v.pipe(v.string(), v.minLength(1), v.maxLength(16)),
  surface: v.optional(v.pipe(v.string(), v.maxLength(300))),
  scope: v.picklist(['page', 'site', 'everywhere']),
  where: v.optional(v.pipe(v.string(), v.maxLength(2048))),
});

const scoreWords = t('settings.minScore');

/** What was added later has a default here, so that settings kept by an older Minnow stay whole. */
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
    /** Companies that get one: small caps alone, or every US common stock. */
    companies: v.optional(v.picklist(['small-caps', 'all']), 'small-caps'),
    /** Lowest score that gets one, 0..100; above 0, a company without a score gets none. */
    minScore: v.optional(
      v.pipe(
        v.number(scoreWords),
        v.integer(scoreWords),
        v.minValue(0, scoreWords),
        v.maxValue(100, scoreWords),
      ),
      0,
    ),
    size: v.optional(v.picklist(['small', 'normal', 'large']), 'normal'),
    /** At the name's upper corner, or no badge at all: the name is underlined and opens the card. */
    place: v.optional(v.picklist(['corner', 'underline']), 'corner'),
    /** Only the verdict's shape is drawn; the score shows under the pointer or with the focus. */
    quiet: v.optional(v.boolean(), false),
  }),
  /** What the toolbar button shows. */
  toolbar: v.optional(v.picklist(['count', 'score']), 'count'),
  /** What the user wants to be told of. */
  alerts: v.optional(
    v.object({ signal: v.boolean(), band: v.boolean(), record: v.boolean(), level: v.boolean() }),
    { signal: false, band: false, record: false, level: false },
  ),
  thesis: ThesisSchema,
  corrections: v.pipe(v.array(CorrectionSchema), v.maxLength(10_000, t('settings.corrections'))),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;
/** Top-level fields to replace. */
export type SettingsPatch = Partial<Omit<v.InferInput<typeof SettingsSchema>, 'version'>>;
