import { date, list, number, percent, signedNumber, signedPercent, usd } from '../i18n/format';
import type { Day } from '../market/day';

/** "December 4, 2025" */
export const dayInWords = (day: Day): string => date(day, 'long');

/** "September 2025" */
export const monthInWords = (day: Day): string => date(day, 'month');

/** "2.13", "−0.40": a real minus sign. */
export const plain = (value: number, digits = 1): string => number(value, digits);

/** "+2.1", "−7.1", "0.0" */
export const signed = (value: number, digits = 1): string => signedNumber(value, digits);

/** "7.1%", of 7.1 */
export const plainPct = (value: number, digits = 1): string => percent(value, digits);

/** "+7.1%", of 7.1 */
export const signedPct = (value: number, digits = 1): string => signedPercent(value, digits);

/** "$251.82", "−$0.40" */
export const dollars = (value: number): string => usd(value);

/** "$2,400 million" needs "2,400": whole millions. */
export const millions = (value: number): string => number(value / 1e6);

/** "A", "A and B", "A, B, and C" */
export const listed = (parts: readonly string[]): string => list(parts);

/** Sentences one after the other. */
export const sentences = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(' ');
