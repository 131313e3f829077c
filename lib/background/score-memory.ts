import * as v from 'valibot';
import type { Area } from '../kept/kept';
import type { KnownScores } from './known-scores';

const Kept = v.object({ basis: v.string(), scores: v.record(v.string(), v.nullable(v.number())) });

const KEY = 'scores';

/** What is known under one basis. */
interface OneBasis {
  basis: string;
  known: Promise<Map<string, number | null>>;
  /** Those computed here, to be kept: what came with the extension stays there. */
  made: KnownScores['scores'];
  saving: boolean;
}

/**
 * Scores that need no computing: those that came with the extension, and those computed before the browser
 * stopped the background script, which it does when the script is idle. They hold for one basis and are
 * forgotten with it. Kept in the session's area: it never reaches the disk, where it would tell what was
 * read, and an update of the engine empties it.
 */
export class ScoreMemory {
  #area: Area;
  #shipped: () => Promise<KnownScores | null>;
  #sources: Promise<(KnownScores | null)[]> | undefined;
  #now: OneBasis | undefined;

  constructor(area: Area, shipped: () => Promise<KnownScores | null>) {
    this.#area = area;
    this.#shipped = shipped;
  }

  /** Begins to read what is known, which the first `recall` then need not wait for. */
  open(): Promise<(KnownScores | null)[]> {
    this.#sources ??= Promise.all([this.#shipped(), this.#kept()]);
    return this.#sources;
  }

  /** The score known under a basis; undefined when it is not known. */
  async recall(basis: string, symbol: string): Promise<number | null | undefined> {
    return (await this.all(basis)).get(symbol);
  }

  /** Every score known under a basis. */
  all(basis: string): Promise<ReadonlyMap<string, number | null>> {
    if (basis !== this.#now?.basis) this.#now = { basis, known: this.#load(basis), made: {}, saving: false };
    return this.#now.known;
  }

  /** Keeps a score, unless the basis has become another one. */
  async keep(basis: string, symbol: string, score: number | null): Promise<void> {
    const now = this.#now;
    if (basis !== now?.basis) return;
    now.made[symbol] = score;
    const known = await now.known;
    known.set(symbol, score);
    if (now.saving) return;
    now.saving = true;
    // At once, since the browser may stop the script any time; the scores of one page go together.
    await Promise.resolve();
    now.saving = false;
    const kept: KnownScores = { basis, scores: now.made };
    await this.#area.set({ [KEY]: kept }).catch(() => {});
  }

  async #load(basis: string): Promise<Map<string, number | null>> {
    const sources = await this.open();
    const kept = sources[1];
    if (kept?.basis === basis && this.#now?.basis === basis) Object.assign(this.#now.made, kept.scores);
    return new Map(sources.flatMap((one) => (one?.basis === basis ? Object.entries(one.scores) : [])));
  }

  /** What cannot be read is computed again. */
  async #kept(): Promise<KnownScores | null> {
    const kept: Record<string, unknown> = await this.#area.get([KEY]).catch(() => ({}));
    const read = v.safeParse(Kept, kept[KEY]);
    return read.success ? read.output : null;
  }
}
