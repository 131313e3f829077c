import { type AlertBook, type AlertEntry, BOOK_FORM, EMPTY_BOOK, enter, rest } from '../alerts/book';
import type { AlertEvent, AlertKind, MarketState, Watched } from '../alerts/events';
import { inTurn } from '../kept/in-turn';
import { type Area, type Kept, keep, load } from '../kept/kept';

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
  readonly #inTurn = inTurn();

  constructor(world: AlertWorld) {
    this.#world = world;
  }

  /** Compares the market with what was seen last, and tells what is new. */
  check(): Promise<void> {
    return this.#inTurn(async () => {
      const { area, kinds, watched, state, show, now } = this.#world;
      const [wanted, kept] = await Promise.all([kinds(), this.#read()]);
      const book = kept.value ?? EMPTY_BOOK;
      if (!Object.values(wanted).some(Boolean)) {
        if (book.state) await keep(area, ALERTS_KEY, rest(book), kept);
        return;
      }
      const stocks = wanted.level ? await watched() : [];
      const after = await state(stocks.map(({ ticker }) => ticker));
      if (!after) return;
      const { book: next, fired } = enter(book, after, stocks, wanted, now());
      // Kept before it is shown: told once at most, whatever happens in between.
      await keep(area, ALERTS_KEY, next, kept);
      if (fired.length > 0) await show(fired).catch(() => {});
    });
  }

  /** What was told, newest first; and what is wrong with what was kept, in the user's words. */
  async history(): Promise<{ history: AlertEntry[]; problem?: string }> {
    const { value = EMPTY_BOOK, problem } = await this.#read();
    return { history: value.history, ...(problem !== undefined && { problem }) };
  }

  /** Empties the history; what was told stays told. */
  clear(): Promise<void> {
    return this.#inTurn(async () => {
      const kept = await this.#read();
      await keep(this.#world.area, ALERTS_KEY, { ...(kept.value ?? EMPTY_BOOK), history: [] }, kept);
    });
  }

  #read(): Promise<Kept<AlertBook>> {
    return load(this.#world.area, ALERTS_KEY, BOOK_FORM);
  }
}
