import { applyCorrections } from '../detect/corrections';
import { t } from '../i18n';
import { findCompanies } from '../lookup/find';
import { companyName } from '../market/company-name';
import { DatasetError } from '../market/dataset';
import { isSmallCap } from '../market/small-cap';
import type { BadgeFact, OnDemand, PageView } from '../messages';
import { hostOf } from '../settings/host';
import type { Settings } from '../settings/schema';
import { isOn } from '../settings/sites';
import type { SettingsStore } from '../settings/store';
import { thesisOptions } from '../settings/thesis-options';
import { recordLine } from '../track-record/words';
import type { Alerts } from './alerts';
import type { BoardHandlers } from './board-handlers';
import type { LiveHandlers } from './live-handlers';
import { type BadgeScore, damaged, type Market } from './market';
import { PageMemories } from './page-memories';
import { type Handlers, PlainError, type Sender } from './router';
import type { WatchHandlers } from './watch-handlers';

/** Companies that a search answers at most. */
const MOST_FOUND = 8;

const UNKNOWN: BadgeScore = { score: null, verdict: 'unknown' };

/** What the handlers do to the browser. */
export interface Shell {
  /** Runs one of the scripts that pages get on demand. */
  inject(part: OnDemand, tabId: number, frameId: number): Promise<void>;
  /** Small caps that stand on a frame's page; `first` when nothing was known of the page before. */
  seen(tabId: number, frameId: number, tickers: string[], first: boolean): void;
}

/** Answers of the background, by message. */
export function createHandlers(
  store: SettingsStore,
  market: Market,
  shell: Shell,
  alerts: Pick<Alerts, 'history' | 'clear'>,
): Omit<Handlers, keyof LiveHandlers | keyof BoardHandlers | keyof WatchHandlers | 'errors-get'> {
  const kept = async () => (await store.read()).settings;
  const options = async () => thesisOptions(await kept());
  const memories = new PageMemories();
  /** Puts a script into a page before it asks; one that did not get it asks, and hears why. */
  const bring = async (part: OnDemand | undefined, sender: Sender) => {
    const { tabId, frameId } = frameOf(sender);
    if (part && tabId !== undefined) await shell.inject(part, tabId, frameId).catch(() => undefined);
  };

  return {
    async hello({ host }, sender) {
      return viewOf(await kept(), [host, hostOf(sender.tab?.url)]);
    },

    async lookup({ phrases, lacks }, sender) {
      const found = await unlessDamaged(market.directory());
      if (found instanceof DatasetError) return { known: [] };
      const known = phrases.flatMap((phrase, index) => (found.directory.mayName(phrase) ? [index] : []));
      if (known.length > 0) await bring(lacks, sender);
      return { known };
    },

    async resolve({ update, lacks }, sender) {
      const [settings, found, state] = await Promise.all([
        kept(),
        unlessDamaged(market.directory()),
        market.state(),
      ]);
      if (found instanceof DatasetError) {
        return { parts: [], facts: [], data: state.state === 'ready' ? damaged(found) : state };
      }
      const using = thesisOptions(settings);
      const { directory, universe } = found;
      const smallCap = (ticker: string) => {
        const company = universe.get(ticker);
        return company !== undefined && isSmallCap(company, using.smallCapUsd);
      };
      const wanted = (ticker: string) =>
        smallCap(ticker) || (settings.badges.companies === 'all' && universe.get(ticker)?.common === true);
      const { tabId, frameId } = frameOf(sender);
      const page = memories.of(tabId, frameId, update.parts === 0);
      const parts = page.update(update, directory, (mentions) =>
        applyCorrections(mentions, settings.corrections, addressOf(sender)),
      );
      if (parts === null) return { parts: [], facts: [], data: state, lost: true };
      const tickers = [...new Set(parts.flatMap(({ mentions }) => mentions.map(({ ticker }) => ticker)))];
      const brought = tickers.some(smallCap) ? bring(lacks, sender) : undefined;
      const badges = await Promise.all(
        tickers.map((ticker) => (wanted(ticker) ? unlessDamaged(market.badge(ticker, using)) : null)),
      );
      const facts = tickers.map((ticker, i): BadgeFact => {
        const badge = badges[i];
        const { score, verdict } = badge && !(badge instanceof DatasetError) ? badge : UNKNOWN;
        return {
          ticker,
          name: companyName(universe.get(ticker)?.name ?? ticker),
          smallCap: smallCap(ticker),
          wanted: wanted(ticker),
          score,
          verdict,
        };
      });
      if (tabId !== undefined) {
        const here = new Set(page.mentions.map(({ ticker }) => ticker).filter(smallCap));
        shell.seen(tabId, frameId, [...here], update.parts === 0);
      }
      await brought;
      const error = badges.find((badge) => badge instanceof DatasetError);
      return { parts, facts, data: error ? damaged(error) : state };
    },

    async 'load-part'({ part }, sender) {
      const { tabId, frameId } = frameOf(sender);
      if (tabId === undefined) throw new PlainError(t('background.onlyPages'));
      try {
        await shell.inject(part, tabId, frameId);
      } catch {
        throw new PlainError(t('background.noDrawing'));
      }
      return { loaded: true };
    },

    async card({ ticker }) {
      const card = await (await market.scorer()).card(ticker, await options());
      if (!card) throw new PlainError(t('background.noStock', { ticker }));
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

    async 'track-record'() {
      return { record: await market.record() };
    },

    async 'record-line'() {
      const using = await options();
      const [record, { verdict }] = await Promise.all([
        market.record(),
        (await market.scorer()).thesis(using),
      ]);
      return { line: recordLine(record, verdict, using) };
    },

    async 'signal-history'({ id }) {
      return { measures: await (await market.scorer()).history(id, await options()) };
    },

    async sensitivity({ ticker }) {
      return (await market.scorer()).sensitivity(ticker, await options());
    },

    async 'data-parts'() {
      const data = await market.state();
      return { data, parts: data.state === 'ready' ? (await market.scorer()).parts() : [] };
    },

    async find({ text }) {
      const { smallCapUsd } = await options();
      const companies = findCompanies(text, await market.directory(), MOST_FOUND);
      return {
        companies: companies.map((company) => ({
          ticker: company.symbol,
          name: companyName(company.name),
          smallCap: isSmallCap(company, smallCapUsd),
        })),
      };
    },

    'alerts-get': () => alerts.history(),
    async 'alerts-clear'() {
      await alerts.clear();
      return { cleared: true };
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

/** Address of the page that speaks; that of its tab for a frame whose text stands in the page itself. */
function addressOf({ url = '', tab }: Sender): string {
  return url.startsWith('about:') ? (tab?.url ?? '') : url;
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
