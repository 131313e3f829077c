import { type AlertBook, type AlertEntry, enter, readBook, rest } from '../alerts/book';
import type { AlertEvent, AlertKind, MarketState, Watched } from '../alerts/events';
import type { Area } from '../settings/store';

/** Where the book of alerts stands in the browser's storage. */
const ALERTS_KEY = 'alerts';

/** What alerts need of the world. */
export interface AlertWorld {
  area: Area;
  kinds(): Promise<Record<AlertKind, boolean>>;
  watched(): Promise<readonly Watched[]>;
  /** The market's state now, with the closes of some stocks; null without data. */
  state(tickers: readonly string[]): Promise<MarketState | null>;
  show(events: readonly AlertEvent[]): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Tells, once each, what happened in the market; asks nothing of it as long as no alert is on. */
export class Alerts {
  #world: AlertWorld;
  #last: Promise<unknown> = Promise.resolve();

  constructor(world: AlertWorld) {
    this.#world = world;
  }

  /** Compares the market with what was seen last, and tells what is new. */
  check(): Promise<void> {
    return this.#inTurn(async () => {
      const { area, kinds, watched, state, show, now } = this.#world;
      const [wanted, book] = await Promise.all([kinds(), this.#read()]);
      if (!Object.values(wanted).some(Boolean)) {
        if (book.state) await area.set({ [ALERTS_KEY]: rest(book) });
        return;
      }
      const stocks = wanted.level ? await watched() : [];
      const after = await state(stocks.map(({ ticker }) => ticker));
      if (!after) return;
      const { book: next, fired } = enter(book, after, stocks, wanted, now());
      // Kept before it is shown: told once at most, whatever happens in between.
      await area.set({ [ALERTS_KEY]: next });
      if (fired.length > 0) await show(fired).catch(() => {});
    });
  }

  /** What was told, newest first. */
  async history(): Promise<AlertEntry[]> {
    return (await this.#read()).history;
  }

  /** Empties the history; what was told stays told. */
  clear(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#world.area.set({ [ALERTS_KEY]: { ...(await this.#read()), history: [] } });
    });
  }

  async #read(): Promise<AlertBook> {
    const kept: Record<string, unknown> = await this.#world.area.get([ALERTS_KEY]);
    return readBook(kept[ALERTS_KEY]);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}
