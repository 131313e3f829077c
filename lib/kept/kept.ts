import { type Form, readForm } from './form';

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
