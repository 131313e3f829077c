import * as v from 'valibot';
import { type Form, inWords, readForm } from './form';
import { inTurn } from './in-turn';

/** The part of the browser's storage that is needed to keep something. */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** What stands under one key of the browser's storage. */
export interface Kept<T> {
  /** Absent where nothing usable is kept. */
  value?: T;
  /** Why what is kept cannot be used, in the user's words. */
  problem?: string;
  /** What could not be used and was kept all the same, oldest first. */
  aside: unknown[];
  /** What is kept now and cannot be used. */
  unusable?: unknown;
}

/** Where what could not be used is kept, so that nothing is lost. */
export const asideKey = (key: string) => `${key}-set-aside`;

/** Reads one key. Never writes. Rejects when the browser does not let it read. */
export async function load<T>(area: Area, key: string, form: Form<T>): Promise<Kept<T>> {
  const items = await area.get([key, asideKey(key)]);
  const all = items[asideKey(key)];
  const aside = Array.isArray(all) ? all : [];
  const raw = items[key];
  if (raw === undefined) return { aside };
  const read = readForm(form, raw);
  return 'value' in read ? { value: read.value, aside } : { problem: read.problem, aside, unusable: raw };
}

/** Writes a value; what stood there and cannot be used is set aside in the same step. Rejects when the browser does. */
export async function keep<T>(
  area: Area,
  key: string,
  value: T,
  { aside, unusable }: Kept<T>,
): Promise<void> {
  await area.set({
    [key]: value,
    ...(unusable !== undefined && { [asideKey(key)]: [...aside, unusable] }),
  });
}

/** Everything that could not be used, as text for the user; undefined when there is nothing. */
export function asideText({ aside, unusable }: Kept<unknown>): string | undefined {
  const all = unusable === undefined ? aside : [...aside, unusable];
  return all.length > 0 ? JSON.stringify(all, null, 2) : undefined;
}

/** Something that is always there: by default, until the user changes it. */
export interface Place<T> {
  key: string;
  form: Form<T>;
  fallback: T;
  words: {
    notRead: string;
    notReadForChange: string;
    notKept: string;
    /** What goes with the reason why what is kept cannot be used; by default the reason alone. */
    setAside?(problem: string): string;
  };
}

/** What is kept in a place, as the user is told of it. */
export interface Shown<T> {
  value: T;
  /** Why what is kept could not be used, in the user's words. */
  problem?: string;
  /** What could not be used, as text: nothing is lost. */
  setAside?: string;
}

/** What is kept, or the fallback with the reason. Never writes, never rejects. */
export async function show<T>(area: Area, { key, form, fallback, words }: Place<T>): Promise<Shown<T>> {
  try {
    const kept = await load(area, key, form);
    const { problem } = kept;
    const setAside = asideText(kept);
    return {
      value: kept.value ?? fallback,
      ...(problem !== undefined && { problem: words.setAside?.(problem) ?? problem }),
      ...(setAside !== undefined && { setAside }),
    };
  } catch {
    return { value: fallback, problem: words.notRead };
  }
}

const next = inTurn();

/**
 * Keeps what `make` makes of it, if the schema allows that; on any error what was kept stays, and the error says why.
 * One change waits for the other, so that none is lost.
 */
export function change<T>(area: Area, place: Place<T>, make: (value: T) => unknown): Promise<Changed<T>> {
  return next(() => changeNow(area, place, make));
}

interface Changed<T> {
  value: T;
  error?: string;
}

async function changeNow<T>(
  area: Area,
  { key, form, fallback, words }: Place<T>,
  make: (value: T) => unknown,
): Promise<Changed<T>> {
  let kept: Kept<T>;
  try {
    kept = await load(area, key, form);
  } catch {
    return { value: fallback, error: words.notReadForChange };
  }
  const value = kept.value ?? fallback;
  const made = v.safeParse(form.schema, make(value));
  if (!made.success) return { value, error: (form.complaint ?? inWords)(made.issues) };
  try {
    await keep(area, key, made.output, kept);
  } catch {
    return { value, error: words.notKept };
  }
  return { value: made.output };
}
