import { t } from '.';

/**
 * Numbers, dates and lists as the user's country writes them, in the language of the texts around them: of the user's
 * languages the first that is the same, e.g. "de-AT" beside German; else that language by itself. Formatters are made
 * when first used: making one takes longer than a score.
 */
const locale = once(() => {
  const language = t('lang');
  const { languages = [] } = (globalThis.navigator as Partial<Navigator> | undefined) ?? {};
  return languages.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
});

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const DAY_MS = 86_400_000;

const makers = new Map<string, { format(value: number): string }>();

function formatter(key: string, make: () => { format(value: number): string }) {
  const kept = makers.get(key) ?? make();
  makers.set(key, kept);
  return kept;
}

function written(value: number, options: Intl.NumberFormatOptions): string {
  const text = formatter(JSON.stringify(options), () => new Intl.NumberFormat(locale(), options)).format(
    value,
  );
  // A real minus sign, as wide as the plus sign.
  return text.replace('-', '−');
}

const digitsOf = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

/** "2.1", "−0.4", "1,250": never a minus zero. */
export const number = (value: number, digits = 0): string =>
  written(value, { ...digitsOf(digits), signDisplay: 'negative' } as Intl.NumberFormatOptions);

/** "+2.1", "−7.1", "0.0" */
export const signedNumber = (value: number, digits = 0): string =>
  written(value, { ...digitsOf(digits), signDisplay: 'exceptZero' });

/** A figure in percent: "7.1%", of 7.1. */
export const percent = (value: number, digits = 0): string =>
  written(value / 100, {
    style: 'percent',
    ...digitsOf(digits),
    signDisplay: 'negative',
  } as Intl.NumberFormatOptions);

/** A change in percent: "+7.1%", of 7.1. */
export const signedPercent = (value: number, digits = 0): string =>
  written(value / 100, { style: 'percent', ...digitsOf(digits), signDisplay: 'exceptZero' });

/** US dollars: "$251.82". */
export const usd = (value: number, digits = 2): string =>
  written(value, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    ...digitsOf(digits),
  });

/** US dollars in few digits: "$2.3B". */
export const compactUsd = (value: number): string =>
  written(value, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: 3,
  });

const DATES = {
  /** "Oct 5, 2026" */
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  /** "October 5, 2026" */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** "October 2026" */
  month: { month: 'long', year: 'numeric' },
  /** "Oct" */
  monthName: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A day, counted from 1970-01-01. */
export const date = (day: number, form: keyof typeof DATES = 'medium'): string =>
  formatter(form, () => new Intl.DateTimeFormat(locale(), { ...DATES[form], timeZone: 'UTC' })).format(
    day * DAY_MS,
  );

/** Day and time of a moment, in the user's own time zone: "Nov 24, 16:30". */
export const moment = (ms: number): string =>
  formatter(
    'moment',
    () =>
      new Intl.DateTimeFormat(locale(), {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
      }),
  ).format(ms);

/** "A", "A and B", "A, B, and C" */
export const list = (parts: readonly string[]): string => new Intl.ListFormat(locale()).format(parts);

/** "12 kB", "2.2 MB" */
export const bytes = (size: number): string =>
  size < 100_000
    ? written(Math.ceil(size / 1000), { style: 'unit', unit: 'kilobyte' })
    : written(size / 1e6, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });

/** A number as it may be typed again, with as many digits as it has: "1,250", "0.125". */
export const typed = (value: number): string => written(value, { maximumFractionDigits: 10 });
