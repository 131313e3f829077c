import { AskFailed } from '../cache/http';
import type { KeyStore } from '../cache/keys';
import type { Refresher } from '../cache/refresh';
import type { RequestLog } from '../cache/request-log';
import { NotNow } from '../cache/sources';
import { StoreFailed } from '../cache/store';
import { t } from '../i18n';
import { date, number, usd } from '../i18n/format';
import type { Area } from '../kept/kept';
import { Rejected } from '../providers/checks';
import { changeLive, readLiveKept } from '../settings/live';
import type { Market } from './market';
import { type Handlers, PlainError } from './router';

type LiveMessage =
  | 'live-get'
  | 'live-set'
  | 'live-key'
  | 'live-keys'
  | 'requests-get'
  | 'requests-clear'
  | 'live-try'
  | 'live-refresh'
  | 'live-clear'
  | 'whole-history';
export type LiveHandlers = Pick<Handlers, LiveMessage>;

/** Answers of the background that concern live data. */
export function createLiveHandlers(
  area: Area,
  keys: KeyStore,
  refresher: Refresher,
  market: Market,
  requests: RequestLog,
  /** Plans the next run and starts what is due. */
  replan: () => void,
): LiveHandlers {
  return {
    async 'live-get'() {
      const [live, kept, status] = await Promise.all([readLiveKept(area), keys.read(), refresher.status()]);
      return { ...live, keys: Object.keys(kept) as (keyof typeof kept)[], status };
    },

    async 'live-set'({ patch }) {
      const answer = await changeLive(area, patch);
      await refresher.status();
      if (answer.error === undefined) replan();
      return answer;
    },

    async 'live-key'({ name, key }) {
      try {
        await keys.set(name, key);
      } catch {
        throw new PlainError(t('background.noKey'));
      }
      return { kept: true };
    },

    async 'live-keys'() {
      return { keys: await keys.read() };
    },

    async 'requests-get'() {
      return { requests: await requests.read() };
    },

    async 'requests-clear'() {
      await requests.clear();
      return { cleared: true };
    },

    async 'live-try'({ name }) {
      try {
        const { from, days, last, close } = await refresher.tryPrices(name);
        return {
          worked: true,
          words: t('background.tried', days, { from, n: number(days), close: usd(close), day: date(last) }),
        };
      } catch (error) {
        return { worked: false, words: plainly(error) };
      }
    },

    async 'live-refresh'({ only }) {
      refresher.run({ all: true, only }).then(replan, () => {});
      return { begun: true };
    },

    async 'live-clear'() {
      await refresher.clear();
      return { cleared: true };
    },

    async 'whole-history'({ ticker }) {
      const { universe } = await market.directory();
      if (!universe.get(ticker)) throw new PlainError(t('background.noStock', { ticker }));
      try {
        const { from, days, first } = await refresher.history(ticker);
        return { words: t('background.history', days, { n: number(days), day: date(first), from }) };
      } catch (error) {
        throw new PlainError(plainly(error));
      }
    },
  };
}

/** What to tell the user of an error that is meant for them; any other is thrown on. */
function plainly(error: unknown): string {
  if (
    error instanceof AskFailed ||
    error instanceof Rejected ||
    error instanceof StoreFailed ||
    error instanceof NotNow
  ) {
    return error.message;
  }
  throw error;
}
