import * as v from 'valibot';
import { inTurn } from './in-turn';
import type { Area } from './kept';

/**
 * The last of what happened, newest first. Kept in the session's area: it outlives the background script, which the
 * browser stops when it is idle, and never reaches the disk.
 */
export class Log<T> {
  readonly #inTurn = inTurn();

  /** @param most entries that are held */
  constructor(
    private readonly area: Area,
    private readonly key: string,
    private readonly entry: v.GenericSchema<unknown, T>,
    private readonly most: number,
  ) {}

  /** None where they cannot be read. */
  async read(): Promise<T[]> {
    const kept: Record<string, unknown> = await this.area.get([this.key]).catch(() => ({}));
    const read = v.safeParse(v.array(this.entry), kept[this.key]);
    return read.success ? read.output : [];
  }

  /** Keeps what `change` makes of the entries. Never rejects: a log that cannot be written stops nothing. */
  change(change: (all: T[]) => T[]): Promise<void> {
    return this.#inTurn(async () => {
      const all = change(await this.read()).slice(0, this.most);
      await this.area.set({ [this.key]: all }).catch(() => {});
    });
  }
}
