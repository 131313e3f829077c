import { inTurn } from '../kept/in-turn';
import type { ReadFile } from '../market/dataset';
import { MANIFEST_FILE } from '../market/manifest';
import { Edition, type Files } from './edition';
import { allFiles, baseOf, type Opened, openHeld } from './held';
import type { SourceState } from './state';
import type { LiveStore } from './store';

export interface ServedWorld {
  store: LiveStore;
  readShipped: ReadFile;
  /** Called when other data are served from now on. */
  changed(): void;
}

/** The data set that is served, and the one way to change it: whole, checked, and kept before anyone sees it. */
export class Served {
  readonly #world: ServedWorld;
  #opened: Promise<Opened> | undefined;
  readonly #inTurn = inTurn();
  #files: Files | undefined;
  #problem: string | undefined;

  constructor(world: ServedWorld) {
    this.#world = world;
  }

  /** The data set as it is to be served now. */
  opened(): Promise<Opened> {
    this.#opened ??= openHeld(this.#world.store, this.#world.readShipped).then((opened) => {
      this.#problem = opened.problem ?? this.#problem;
      return opened;
    });
    return this.#opened;
  }

  /** What was wrong with what was kept, in the user's words; until the next change that is kept. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /**
   * Changes the data set and keeps it together with states of sources, or neither; one change after the other.
   * @param change answers the states to keep, or null when there is nothing to keep
   */
  change(change: (edition: Edition) => Promise<{ states: SourceState[] } | null>): Promise<void> {
    return this.#inTurn(async () => {
      const opened = await this.opened();
      this.#files ??= await allFiles(opened.read);
      const edition = await Edition.open(this.#files);
      const kept = await change(edition);
      if (!kept) return;
      const finished = await edition.finish();
      await this.#world.store.commit({
        manifest: finished.manifest,
        files: opened.whole ? finished.changed : withoutManifest(finished.files),
        ...(!opened.whole && { base: await baseOf(this.#world.readShipped) }),
        states: kept.states,
      });
      this.#files = finished.files;
      this.#problem = undefined;
      this.#opened = undefined;
      await this.opened();
      this.#world.changed();
    });
  }

  /** Lets go of the files that the next change would begin with; they are read again then. */
  release(): void {
    this.#files = undefined;
  }

  /** Forgets what was kept; the data that came with the extension are served again. */
  clear(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#world.store.clear();
      this.#files = undefined;
      this.#opened = undefined;
      this.#problem = undefined;
      this.#world.changed();
    });
  }
}

function withoutManifest(files: Files): Files {
  return new Map([...files].filter(([file]) => file !== MANIFEST_FILE));
}
