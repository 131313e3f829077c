import { type Day, formatDay, yearOf } from '../market/day';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const monthName = (day: Day) => MONTHS[Number(formatDay(day).slice(5, 7)) - 1]!;

/** "December 4, 2025" */
export function dayInWords(day: Day): string {
  return `${monthName(day)} ${Number(formatDay(day).slice(8))}, ${yearOf(day)}`;
}

/** "September 2025" */
export function monthInWords(day: Day): string {
  return `${monthName(day)} ${yearOf(day)}`;
}

/** "2.13", "−0.40": a real minus sign. */
export function plain(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** "+2.1", "−7.1", "0.0" */
export function signed(value: number, digits = 1): string {
  const text = plain(value, digits);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** "1,250": whole, with thousands separators. Not by `Intl`, whose first use takes longer than a whole score. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "2.1 points above", "7.1 points below", "level with" */
export function pointsApart(value: number, digits = 1): string {
  const size = Math.abs(value).toFixed(digits);
  if (Number(size) === 0) return 'level with';
  return `${size} ${size === '1' ? 'point' : 'points'} ${value > 0 ? 'above' : 'below'}`;
}

/** "A", "A and B", "A, B and C" */
export function listed(parts: string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** First letter in upper case, full stop at the end. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
