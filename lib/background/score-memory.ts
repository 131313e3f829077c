import * as v from 'valibot';
import type { Area } from '../settings/store';
import type { Score } from '../thesis/types';

/** What of a company's report a badge shows. */
export type BadgeScore = Pick<Score, 'score' | 'verdict'>;

const Kept = v.object({
  basis: v.string(),
  scores: v.record(
    v.string(),
    v.object({
      score: v.nullable(v.number()),
      verdict: v.picklist(['supports', 'neutral', 'against', 'unknown']),
    }),
  ),
});

const KEY = 'scores';

/**
 * Scores that outlive the background script, which the browser stops when it is idle. They hold for
 * one basis (data set and options) and are forgotten with it. Kept in the session's area: it never reaches
 * the disk, where it would tell what was read, and an update of the engine empties it.
 */
export class ScoreMemory {
  #area: Area;
  #basis = '';
  #scores: Promise<Map<string, BadgeScore>> = Promise.resolve(new Map());
  #saving = false;

  constructor(area: Area) {
    this.#area = area;
  }

  /** The score kept under a basis, or the one that is made now. */
  async recall(
    basis: string,
    symbol: string,
    make: () => Promise<BadgeScore | null>,
  ): Promise<BadgeScore | null> {
    if (basis !== this.#basis) {
      this.#basis = basis;
      this.#scores = this.#load(basis);
    }
    const known = await this.#scores;
    const kept = known.get(symbol);
    if (kept) return kept;
    const made = await make();
    if (!made) return null;
    known.set(symbol, { score: made.score, verdict: made.verdict });
    this.#save();
    return made;
  }

  async #load(basis: string): Promise<Map<string, BadgeScore>> {
    // What cannot be read is computed again.
    const kept = await this.#area.get([KEY]).catch(() => ({}));
    const read = v.safeParse(Kept, (kept as Record<string, unknown>)[KEY]);
    return new Map(read.success && read.output.basis === basis ? Object.entries(read.output.scores) : []);
  }

  /** At once, since the browser may stop the script any time; the scores of one page go together. */
  async #save(): Promise<void> {
    if (this.#saving) return;
    this.#saving = true;
    const known = await this.#scores;
    this.#saving = false;
    const kept: v.InferOutput<typeof Kept> = { basis: this.#basis, scores: Object.fromEntries(known) };
    await this.#area.set({ [KEY]: kept }).catch(() => {});
  }
}
