import * as v from 'valibot';
import type { Area } from '../settings/store';
import type { KnownScores } from './known-scores';

const Kept = v.object({ basis: v.string(), scores: v.record(v.string(), v.nullable(v.number())) });

const KEY = 'scores';

/**
 * Scores that need no computing: those that came with the extension, and those computed before the browser
 * stopped the background script, which it does when the script is idle. They hold for one basis and are
 * forgotten with it. Kept in the session's area: it never reaches the disk, where it would tell what was
 * read, and an update of the engine empties it.
 */
export class ScoreMemory {
  #area: Area;
  #shipped: () => Promise<KnownScores | null>;
  #basis = '';
  #scores: Promise<Map<string, number | null>> = Promise.resolve(new Map());
  /** Those to keep: what came with the extension stays there. */
  #made: KnownScores['scores'] = {};
  #saving = false;

  constructor(area: Area, shipped: () => Promise<KnownScores | null>) {
    this.#area = area;
    this.#shipped = shipped;
  }

  /** The score known under a basis; undefined when it is not known. */
  async recall(basis: string, symbol: string): Promise<number | null | undefined> {
    if (basis !== this.#basis) {
      this.#basis = basis;
      this.#scores = this.#load(basis);
    }
    return (await this.#scores).get(symbol);
  }

  /** Keeps a score, unless the basis has become another one. */
  async keep(basis: string, symbol: string, score: number | null): Promise<void> {
    if (basis !== this.#basis) return;
    (await this.#scores).set(symbol, score);
    this.#made[symbol] = score;
    if (this.#saving) return;
    this.#saving = true;
    // At once, since the browser may stop the script any time; the scores of one page go together.
    await Promise.resolve();
    this.#saving = false;
    const kept: KnownScores = { basis: this.#basis, scores: this.#made };
    await this.#area.set({ [KEY]: kept }).catch(() => {});
  }

  async #load(basis: string): Promise<Map<string, number | null>> {
    const [shipped, kept] = await Promise.all([this.#shipped(), this.#kept()]);
    const holds = (known: KnownScores | null) => (known?.basis === basis ? known.scores : {});
    this.#made = holds(kept);
    return new Map([...Object.entries(holds(shipped)), ...Object.entries(this.#made)]);
  }

  /** What cannot be read is computed again. */
  async #kept(): Promise<KnownScores | null> {
    const kept: Record<string, unknown> = await this.#area.get([KEY]).catch(() => ({}));
    const read = v.safeParse(Kept, kept[KEY]);
    return read.success ? read.output : null;
  }
}
