import { batch, computed, signal } from '@preact/signals';
import browser from 'webextension-polyfill';
import { type Filters, filterRows, type Lists, NO_FILTERS, type Sort, sortRows } from '../../lib/board/query';
import type { BoardReading, BoardRow } from '../../lib/board/types';
import { t } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import { send } from '../../lib/messaging';
import { activeTab, tabState } from '../../lib/popup/active-tab';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import { WATCHLIST_KEY } from '../../lib/watchlist/keys';
import type { WatchEntry } from '../../lib/watchlist/schema';
import type { WatchlistView } from '../../lib/watchlist/store';

/** Stocks whose factors are asked for at once: the background answers others in between. */
const SLICE = 150;
/** Wait between two looks at the page while only its companies are shown, milliseconds. */
const LOOK_AGAIN = 3000;
/** Charts hold so many companies beside each other. */
export const MAX_COMPARED = 4;

/** What the background told of the board; null until then. */
export const board = signal<Answer<'board'> | null>(null);
/** What scores are made of, by ticker, as far as it is worked out. */
export const readings = signal<ReadonlyMap<string, BoardReading>>(new Map());
/** Why there is no board, or only a part of it, in the user's words. */
export const failure = signal('');
export const filters = signal<Filters>(NO_FILTERS);
export const sort = signal<Sort>({ by: 'score', down: true });
export const watchlist = signal<WatchlistView | null>(null);
/** Tickers of small caps on the page beside the panel, or why there are none to tell. */
export const page = signal<{ tickers: ReadonlySet<string>; words: string }>({
  tickers: new Set(),
  words: '',
});
/** What is shown beside or above the list: one company, or several in one chart. */
export const detail = signal<{ ticker: string } | 'compare' | null>(null);
export const compared = signal<readonly string[]>([]);
/** What was just done, for the eye and the screen reader. */
export const said = signal('');

export const watched = computed(
  (): ReadonlyMap<string, WatchEntry> =>
    new Map(watchlist.value?.watchlist.entries.map((entry) => [entry.ticker, entry])),
);

const rows = computed((): readonly BoardRow[] =>
  (board.value?.rows ?? []).map((listing) => {
    const reading = readings.value.get(listing.ticker);
    return reading ? { ...listing, ...reading } : listing;
  }),
);
const factors = computed(() => board.value?.factors ?? []);
const sorted = computed(() => sortRows(rows.value, sort.value, factors.value));
const lists = computed(
  (): Lists => ({
    onPage: page.value.tickers,
    watched: new Set(watched.value.keys()),
  }),
);
/** The rows as seen, in their order. */
export const shown = computed(() => filterRows(sorted.value, filters.value, factors.value, lists.value));
export const sectors = computed(() =>
  [...new Set(rows.value.flatMap(({ sector }) => sector ?? []))].sort((a, b) => a.localeCompare(b)),
);

/** Reads everything that the board shows, and again whenever the settings or the watchlist change. */
export function start(): () => void {
  const changed = (changes: object) => {
    if (WATCHLIST_KEY in changes) void readWatched();
    if (SETTINGS_KEY in changes) void readBoard();
  };
  // The data may have become newer while the panel was out of sight.
  const seen = () => {
    if (document.visibilityState !== 'visible') return;
    void readBoard();
    void lookAtPage();
  };
  const turned = () => void lookAtPage();
  browser.storage.local.onChanged.addListener(changed);
  browser.tabs.onActivated.addListener(turned);
  browser.tabs.onUpdated.addListener(turned);
  document.addEventListener('visibilitychange', seen);
  const looking = setInterval(turned, LOOK_AGAIN);
  void readBoard();
  void readWatched();
  return () => {
    browser.storage.local.onChanged.removeListener(changed);
    browser.tabs.onActivated.removeListener(turned);
    browser.tabs.onUpdated.removeListener(turned);
    document.removeEventListener('visibilitychange', seen);
    clearInterval(looking);
  };
}

/** Which reading of the board is the newest: an older one stops. */
let reading = 0;

/** Reads the list of stocks, and then slice by slice what their scores are made of. */
export async function readBoard(): Promise<void> {
  reading += 1;
  const mine = reading;
  try {
    const answer = await send('board', {});
    if (mine !== reading) return;
    const isSame = answer.basis === board.value?.basis;
    batch(() => {
      board.value = answer;
      failure.value = '';
      if (!isSame) readings.value = new Map();
    });
    const missing = answer.rows.map(({ ticker }) => ticker).filter((ticker) => !readings.value.has(ticker));
    for (let at = 0; at < missing.length; at += SLICE) {
      const tickers = missing.slice(at, at + SLICE);
      const { readings: read, problem } = await send('board-readings', { tickers });
      if (mine !== reading) return;
      const unknown: BoardReading = { score: null, fit: null, factors: answer.factors.map(() => null) };
      batch(() => {
        readings.value = new Map([
          ...readings.value,
          ...tickers.map((ticker) => [ticker, read[ticker] ?? unknown] as const),
        ]);
        if (problem) failure.value = problem;
      });
    }
  } catch (error) {
    if (mine === reading) failure.value = (error as Error).message;
  }
}

async function readWatched(): Promise<void> {
  try {
    watchlist.value = await send('watchlist-get', {});
  } catch (error) {
    failure.value = (error as Error).message;
  }
}

/** Asks the page beside the panel what stands on it, while only that is shown. */
export async function lookAtPage(): Promise<void> {
  if (!filters.value.onPage || document.visibilityState !== 'visible') return;
  const { settings } = await send('settings-get', {});
  const state = await tabState(await activeTab(), settings);
  const words: Record<Exclude<typeof state.kind, 'read' | 'unreadable'>, (host: string) => string> = {
    off: (host) => t('board.pageOff', { host }),
    'no-access': (host) => t('board.pageNoAccess', { host }),
    loading: () => t('board.pageLoading'),
  };
  const none = new Set<string>();
  if (state.kind === 'unreadable') page.value = { tickers: none, words: state.why };
  else if (state.kind !== 'read') page.value = { tickers: none, words: words[state.kind](state.host) };
  else {
    const small = state.report.mentions.filter(({ smallCap }) => smallCap).map(({ ticker }) => ticker);
    const tickers = new Set(small);
    const now = page.value.tickers;
    // Rows are filtered anew only for something new.
    if (tickers.size === now.size && small.every((ticker) => now.has(ticker)) && tickers.size > 0) return;
    page.value = { tickers, words: tickers.size === 0 ? t('board.pageNone') : '' };
  }
}

export function filter(patch: Partial<Filters>): void {
  filters.value = { ...filters.value, ...patch };
  if (patch.onPage) {
    page.value = { tickers: new Set(), words: t('board.pageLoading') };
    void lookAtPage();
  }
}

/** Puts a company into the chart, or takes it out. */
export function compare(ticker: string): void {
  const now = compared.value;
  if (now.includes(ticker)) {
    compared.value = now.filter((one) => one !== ticker);
    if (compared.value.length === 0 && detail.value === 'compare') detail.value = null;
  } else if (now.length < MAX_COMPARED) compared.value = [...now, ticker];
  else said.value = t('board.compareFull');
}

/** Adds a stock to the watchlist or takes it off; what was taken off can be put back by the undo that is offered. */
export async function watch(ticker: string): Promise<void> {
  const entry = watched.value.get(ticker);
  if (entry) await unwatch(entry);
  else await keep({ ticker, note: '', added: localDay() });
}

/** The entry that was taken off last. */
export const removed = signal<WatchEntry | null>(null);

export async function unwatch(entry: WatchEntry): Promise<void> {
  await told(async () => {
    const { error } = await send('watchlist-remove', { ticker: entry.ticker });
    if (error === undefined) removed.value = entry;
    return error;
  });
}

/** @returns what was wrong, in the user's words; "" once it is kept */
export async function keep(entry: WatchEntry): Promise<string> {
  return told(async () => {
    const { error } = await send('watchlist-put', { entry });
    if (error === undefined && removed.value?.ticker === entry.ticker) removed.value = null;
    return error;
  });
}

async function told(work: () => Promise<string | undefined>): Promise<string> {
  const error = await work().catch((reason: Error) => reason.message);
  said.value = error ?? '';
  await readWatched();
  return error ?? '';
}

/** Today where the user is, YYYY-MM-DD. */
function localDay(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
