const LOCALE = globalThis.navigator?.language || 'en-US';

const share = new Intl.NumberFormat(LOCALE, { style: 'percent' });
const kilobytes = new Intl.NumberFormat(LOCALE, {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 0,
});
const megabytes = new Intl.NumberFormat(LOCALE, {
  style: 'unit',
  unit: 'megabyte',
  maximumFractionDigits: 1,
});
const plainNumber = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 10 });

/** 0..1 as "52%". */
export const showShare = (part: number): string => share.format(part);

/** "1,250" */
export const showNumber = (value: number): string => plainNumber.format(value);

/** "12 kB", "2.2 MB" */
export const showBytes = (bytes: number): string =>
  bytes < 100_000 ? kilobytes.format(Math.ceil(bytes / 1000)) : megabytes.format(bytes / 1e6);
