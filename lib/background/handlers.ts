import { applyCorrections } from '../detect/corrections';
import { resolve } from '../detect/resolve';
import { companyName } from '../market/company-name';
import { DatasetError } from '../market/dataset';
import { isSmallCap } from '../market/small-cap';
import type { BadgeFact, PageView } from '../messages';
import { hostOf } from '../settings/host';
import type { Settings } from '../settings/schema';
import { isOn } from '../settings/sites';
import type { SettingsStore } from '../settings/store';
import { thesisOptions } from '../settings/thesis-options';
import type { LiveHandlers } from './live-handlers';
import { type BadgeScore, damaged, type Market } from './market';
import { type Handlers, PlainError, type Sender } from './router';

const UNKNOWN: BadgeScore = { score: null, verdict: 'unknown' };

/** What the handlers do to the browser. */
export interface Shell {
  /** Runs one of the scripts that pages get on demand. */
  inject(part: 'badges' | 'card', tabId: number, frameId: number): Promise<void>;
  /** Small caps that stand on a frame's page; `first` when nothing was known of the page before. */
  seen(tabId: number, frameId: number, tickers: string[], first: boolean): void;
}

/** Answers of the background, by message. */
export function createHandlers(
  store: SettingsStore,
  market: Market,
  shell: Shell,
): Omit<Handlers, keyof LiveHandlers> {
  const kept = async () => (await store.read()).settings;
  const options = async () => thesisOptions(await kept());

  return {
    async hello({ host }, sender) {
      return viewOf(await kept(), [host, hostOf(sender.tab?.url)]);
    },

    async resolve({ candidates }, sender) {
      const [settings, found, state] = await Promise.all([
        kept(),
        unlessDamaged(market.directory()),
        market.state(),
      ]);
      if (found instanceof DatasetError) {
        return { mentions: [], facts: [], data: state.state === 'ready' ? damaged(found) : state };
      }
      const using = thesisOptions(settings);
      const { directory, universe } = found;
      const smallCap = (ticker: string) => {
        const company = universe.get(ticker);
        return company !== undefined && isSmallCap(company, using.smallCapUsd);
      };
      const mentions = applyCorrections(
        resolve(candidates, directory),
        settings.corrections,
        sender.url ?? '',
      );
      const tickers = [...new Set(mentions.map(({ ticker }) => ticker))];
      const badges = await Promise.all(
        tickers.map((ticker) => (smallCap(ticker) ? unlessDamaged(market.badge(ticker, using)) : null)),
      );
      const facts = tickers.map((ticker, i): BadgeFact => {
        const badge = badges[i];
        const { score, verdict } = badge && !(badge instanceof DatasetError) ? badge : UNKNOWN;
        return {
          ticker,
          name: companyName(universe.get(ticker)?.name ?? ticker),
          smallCap: smallCap(ticker),
          score,
          verdict,
        };
      });
      const { tabId, frameId } = frameOf(sender);
      if (tabId !== undefined) {
        const { known } = candidates;
        shell.seen(tabId, frameId, [...tickers, ...known].filter(smallCap), known.length === 0);
      }
      const error = badges.find((badge) => badge instanceof DatasetError);
      return { mentions, facts, data: error ? damaged(error) : state };
    },

    async 'load-part'({ part }, sender) {
      const { tabId, frameId } = frameOf(sender);
      if (tabId === undefined) throw new PlainError('Badges and cards are only for pages.');
      try {
        await shell.inject(part, tabId, frameId);
      } catch {
        throw new PlainError('The browser did not let Minnow draw on this page.');
      }
      return { loaded: true };
    },

    async card({ ticker }) {
      const card = await (await market.scorer()).card(ticker, await options());
      if (!card) throw new PlainError(`Minnow's data hold no stock with the ticker ${ticker}.`);
      return card;
    },

    async correct({ correction }) {
      const { error } = await store.change(({ corrections }) => ({
        corrections: [...corrections, correction],
      }));
      if (error !== undefined) throw new PlainError(error);
      return { kept: true };
    },

    async thesis() {
      const nothing = { report: null, earlier: [], charts: null };
      const data = await market.state();
      if (data.state !== 'ready') return { ...nothing, data };
      const view = await unlessDamaged((await market.scorer()).view(await options()));
      return view instanceof DatasetError ? { ...nothing, data: damaged(view) } : view;
    },

    async trends({ tickers }) {
      return { trends: await (await market.scorer()).trends(tickers) };
    },

    async 'data-parts'() {
      const data = await market.state();
      return { data, parts: data.state === 'ready' ? (await market.scorer()).parts() : [] };
    },

    'settings-get': () => store.read(),
    'settings-set': ({ patch }) => store.change(() => patch),
  };
}

/** The part of the settings that a page needs; on when none of its hosts is switched off. */
export function viewOf(settings: Settings, hosts: readonly (string | null)[]): PageView {
  return {
    on: settings.on && hosts.every((host) => host === null || isOn(settings, host)),
    theme: settings.theme,
    palette: settings.palette,
    badges: settings.badges,
  };
}

function frameOf(sender: Sender): { tabId: number | undefined; frameId: number } {
  return { tabId: sender.tab?.id, frameId: sender.frameId ?? 0 };
}

/** The error, where data cannot be used; any other error is thrown on. */
async function unlessDamaged<T>(answer: Promise<T>): Promise<T | DatasetError> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DatasetError) return error;
    throw error;
  }
}
