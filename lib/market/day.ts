/** A calendar day as a whole number of days since 1970-01-01 (UTC). */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** Parses `YYYY-MM-DD`. @throws RangeError when the text is not a real calendar date in that form. */
export function parseDay(text: string): Day {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) {
    throw new RangeError(`Not a date (YYYY-MM-DD expected): ${JSON.stringify(text)}`);
  }
  return ms / MS_PER_DAY;
}

/** Formats a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** The day on which an instant falls in UTC. */
export function dayOf(date: Date): Day {
  return Math.floor(date.getTime() / MS_PER_DAY);
}
