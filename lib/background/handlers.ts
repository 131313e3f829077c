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
import type { ThesisOptions } from '../thesis/types';
import type { Market } from './market';
import { type Handlers, PlainError, type Sender } from './router';

/** What the handlers do to the browser. */
export interface Shell {
  /** Runs one of the scripts that pages get on demand. */
  inject(part: 'badges' | 'card', tabId: number, frameId: number): Promise<void>;
  /** Small caps that stand on a frame's page; `first` when nothing was known of the page before. */
  seen(tabId: number, frameId: number, tickers: string[], first: boolean): void;
}

/** Answers of the background, by message. */
export function createHandlers(store: SettingsStore, market: Market, shell: Shell): Handlers {
  const kept = async () => (await store.read()).settings;
  const options = async () => thesisOptions(await kept());

  async function factOf(ticker: string, using: ThesisOptions): Promise<BadgeFact | null> {
    const { universe } = await market.directory();
    const company = universe.get(ticker);
    if (!company) return null;
    const smallCap = isSmallCap(company, using.smallCapUsd);
    const report = smallCap ? await orNull((await market.scorer()).company(ticker, using)) : null;
    return {
      ticker,
      name: companyName(company.name),
      smallCap,
      score: report?.score ?? null,
      verdict: report?.verdict ?? 'unknown',
    };
  }

  return {
    async hello({ host }, sender) {
      return viewOf(await kept(), [host, hostOf(sender.tab?.url)]);
    },

    async resolve({ candidates }, sender) {
      const settings = await kept();
      const using = thesisOptions(settings);
      // The scores need the market: reading it now spares the wait after the names.
      const state = market.state();
      const found = await orNull(market.directory());
      if (!found) return { mentions: [], facts: [], data: await state };
      const mentions = applyCorrections(
        resolve(candidates, found.directory),
        settings.corrections,
        sender.url ?? '',
      );
      const tickers = [...new Set(mentions.map(({ ticker }) => ticker))];
      const facts = (await Promise.all(tickers.map((ticker) => factOf(ticker, using)))).filter(
        (fact) => fact !== null,
      );
      const { tabId, frameId } = frameOf(sender);
      if (tabId !== undefined) {
        const isSmall = (ticker: string) => {
          const company = found.universe.get(ticker);
          return company !== undefined && isSmallCap(company, using.smallCapUsd);
        };
        const { known } = candidates;
        shell.seen(tabId, frameId, [...tickers, ...known].filter(isSmall), known.length === 0);
      }
      return { mentions, facts, data: await state };
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
      const data = await market.state();
      if (data.state !== 'ready') return { report: null, earlier: [], charts: null, data };
      return { ...(await (await market.scorer()).view(await options())), data };
    },

    async trends({ tickers }) {
      return { trends: await (await market.scorer()).trends(tickers) };
    },

    async 'data-parts'() {
      const data = await market.state();
      const scorer = await orNull(market.scorer());
      return { data, parts: scorer?.parts() ?? [] };
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

/** Null instead of unusable data; what is unusable is told by the state of the data. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DatasetError) return null;
    throw error;
  }
}
