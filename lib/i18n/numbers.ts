/** The user's locale for numbers and dates; scripts, which have none, speak English. */
export const LOCALE: string = globalThis.navigator?.language ?? 'en-US';

const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, digits: number, more: Intl.NumberFormatOptions = {}): string {
  const key = `${digits} ${more.signDisplay} ${more.style}`;
  const known =
    formats.get(key) ??
    new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits, ...more });
  formats.set(key, known);
  // A real minus, as wide as the plus above and below it.
  return known.format(value).replace('-', '−');
}

/** "2.1", "−0.4"; `digits` after the point. */
export const showNumber = (value: number, digits = 1): string =>
  format(value, digits, { signDisplay: 'negative' });

/** "+2.1", "−7.1", "0.0": a change in its own unit. */
export const showSigned = (value: number, digits = 1): string =>
  format(value, digits, { signDisplay: 'exceptZero' });

/** "2,091": how many. */
export const showCount = (count: number): string => format(count, 0);

/** "52%": a share of 0..100. */
export const showShare = (percent: number, digits = 0): string =>
  format(percent / 100, digits, { style: 'percent', signDisplay: 'negative' });

/** "+18%", "−2.1%": a change in percent. */
export const showPercent = (percent: number, digits = 0): string =>
  format(percent / 100, digits, { style: 'percent', signDisplay: 'exceptZero' });

/** Things in one line: "a, b, and c". */
export const showList = (parts: readonly string[]): string =>
  new Intl.ListFormat(LOCALE, { type: 'unit', style: 'short' }).format(parts);
