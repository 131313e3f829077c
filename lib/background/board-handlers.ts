import type { SettingsStore } from '../settings/store';
import { thesisOptions } from '../settings/thesis-options';
import type { Market } from './market';
import type { Handlers } from './router';

export type BoardHandlers = Pick<Handlers, 'board' | 'board-readings'>;

/** Answers of the background that concern the board. */
export function createBoardHandlers(store: SettingsStore, market: Market): BoardHandlers {
  const options = async () => thesisOptions((await store.read()).settings);
  return {
    async board() {
      const using = await options();
      const scorer = await market.scorer();
      const { listings, factors, days } = await scorer.board(using);
      const { basis, scores } = await market.known(using);
      return {
        rows: listings.map((row) => ({ ...row, score: scores.get(row.ticker) })),
        factors,
        days,
        basis,
        data: scorer.state,
      };
    },
    async 'board-readings'({ tickers }) {
      return (await market.scorer()).readings(tickers, await options());
    },
  };
}
