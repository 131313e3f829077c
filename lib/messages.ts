import type { AlertEntry } from './alerts/book';
import type { BoardDays, BoardFactor, BoardListing, BoardReading } from './board/types';
import type { Keyed, Keys } from './cache/keys';
import type { LiveStatus } from './cache/refresh';
import type { LoggedRequest } from './cache/request-log';
import type { SourceId } from './cache/state';
import type { LiveBrief } from './cache/status';
import type { PageUpdate, PartMentions } from './detect/page-memory';
import type { Correction, Mention } from './detect/types';
import type { LoggedError } from './diagnostics/error-log';
import type { Day } from './market/day';
import type { Company, Provenance } from './market/types';
import type { LiveKept, LivePatch, LiveSettings } from './settings/live';
import type { Settings, SettingsPatch } from './settings/schema';
import type { MeasureHistory } from './thesis/history';
import type { PartSensitivity } from './thesis/sensitivity';
import type { CompanyReport, SignalId, ThesisReport, Verdict } from './thesis/types';
import type { TrackRecord } from './track-record/schema';
import type { WatchEntry } from './watchlist/schema';
import type { WatchlistChange, WatchlistView } from './watchlist/store';

/** Scripts that a page gets when it first needs them. */
export const ON_DEMAND = ['lines', 'badges', 'card'] as const;
export type OnDemand = (typeof ON_DEMAND)[number];

/** What a badge needs to know of a company. */
export interface BadgeFact {
  ticker: string;
  name: string;
  smallCap: boolean;
  /** Whether it is one of the companies that the user wants badges of. */
  wanted: boolean;
  /** 0..100; null when nothing is known. */
  score: number | null;
  verdict: Verdict;
}

/** The part of the settings that a page needs; never keys or lists of the user. */
export interface PageView {
  /** False when the user turned this site off, or Minnow altogether. */
  on: boolean;
  theme: Settings['theme'];
  palette: Settings['palette'];
  badges: Settings['badges'];
}

/** How old the data are, in words and as days. */
export interface DataState {
  state: 'ready' | 'missing' | 'damaged';
  /** What happened, in the user's words, when not ready. */
  message?: string;
  /** Newest index close, YYYY-MM-DD. */
  pricesAsOf?: string;
  /** US trading days between that close and today. */
  tradingDaysOld?: number;
  /** How the refreshing stands; absent while live data are off. */
  live?: LiveBrief;
}

/** Live data as the options show them; a key itself is never told. */
export interface LiveView extends LiveKept {
  /** Providers of which the user has given a key. */
  keys: Keyed[];
  status: LiveStatus;
}

/** Closes for a chart: days since 1970-01-01 and US dollars, as plain arrays that survive a message. */
export interface ChartSeries {
  label: string;
  days: number[];
  values: number[];
  provenance: Provenance;
}

export interface CardData {
  company: Company;
  report: CompanyReport;
  thesis: Pick<ThesisReport, 'score' | 'verdict' | 'coverage' | 'asOf'>;
  stock?: ChartSeries;
  index?: ChartSeries;
  data: DataState;
}

export interface ThesisView {
  /** Null when there is no data. */
  report: ThesisReport | null;
  /** The score on earlier days, from what was known then. */
  earlier: { since: 'article' | 'week'; day: Day; score: number | null }[];
  charts: { iwm: ChartSeries; spy: ChartSeries } | null;
  data: DataState;
}

/** One part of the data set, for the options. */
export interface DataPart {
  title: string;
  /** Size of its files in bytes. */
  bytes: number;
  sources: (Provenance & { what: string; note?: string })[];
}

export interface SettingsView {
  settings: Settings;
  /** Why the kept settings could not be used, in the user's words. */
  problem?: string;
  /** The settings that could not be used, as text: nothing is lost. */
  setAside?: string;
}

/** Answer to any message that could not be served. */
export interface Failure {
  /** What went wrong, in the user's words. */
  failure: string;
}

/** Everything found on one page; `mentions` includes stocks that get no badge. */
export interface TabReport {
  url: string;
  mentions: TabMention[];
  /** Milliseconds by step. */
  timings: Record<string, number>;
  errors: string[];
}

/** A company that a text stands for. */
export interface FoundCompany {
  ticker: string;
  name: string;
  smallCap: boolean;
}

export interface TabMention extends Omit<Mention, 'block' | 'start' | 'end'> {
  /** Handle for `scroll-to`, stable while the page lives. */
  id: number;
  /** The frame that it stands in; 0 is the page itself. */
  frame: number;
  name: string;
  smallCap: boolean;
  score: number | null;
  verdict: Verdict;
  /** Whether a badge stands beside it. */
  badge: boolean;
  /** In CSS pixels of the document. */
  rect: { x: number; y: number; width: number; height: number };
}

/** Every message, with what it answers. Sent to the background unless it says otherwise. */
export interface Messages {
  /** From a page: may I run, and how shall it look? */
  hello: { ask: { host: string }; answer: PageView };
  /**
   * From a page: which of these short phrases may name a company? Answers their places in the list. A script that the
   * page lacks comes with an answer that it needs it for; so it does with `resolve`.
   */
  lookup: { ask: { phrases: string[]; lacks?: OnDemand }; answer: { known: number[] } };
  /**
   * From a page: what has changed on it. Answers the mentions of the parts where they are no longer the same, with
   * what is to be said of the companies in them; `lost` when the background no longer holds the rest of the page.
   */
  resolve: {
    ask: { update: PageUpdate; lacks?: OnDemand };
    answer: { parts: PartMentions[]; facts: BadgeFact[]; data: DataState; lost?: boolean };
  };
  /** From a page: put one of its further scripts into this frame. */
  'load-part': { ask: { part: OnDemand }; answer: { loaded: boolean } };
  card: { ask: { ticker: string }; answer: CardData };
  /** "Not this": kept until undone in the options. */
  correct: { ask: { correction: Correction }; answer: { kept: boolean } };
  thesis: { ask: Record<never, never>; answer: ThesisView };
  /** Closes of the last half year, thinned for a sparkline, by ticker; those without a history are absent. */
  trends: { ask: { tickers: string[] }; answer: { trends: Record<string, number[]> } };
  /** How the score would have done. */
  'track-record': { ask: Record<never, never>; answer: { record: TrackRecord } };
  /** What followed on scores like today's, in one sentence; "" when there is no score. */
  'record-line': { ask: Record<never, never>; answer: { line: string } };
  /** What a signal measured in the last years, for its chart. */
  'signal-history': { ask: { id: SignalId }; answer: { measures: MeasureHistory[] } };
  /** How far today's scores move with each weight and threshold: the market's, and one company's where it is known. */
  sensitivity: {
    ask: { ticker: string };
    answer: { signals: PartSensitivity[]; factors: PartSensitivity[] };
  };
  /** Every small cap by the user's bounds; `basis` changes with whatever the readings stand on. */
  board: {
    ask: Record<never, never>;
    answer: {
      rows: BoardListing[];
      factors: BoardFactor[];
      days: BoardDays;
      basis: string;
      data: DataState;
    };
  };
  /** What some scores are made of; those whose data cannot be used are absent, and `problem` says why. */
  'board-readings': {
    ask: { tickers: string[] };
    answer: { readings: Record<string, BoardReading>; problem?: string };
  };
  'watchlist-get': { ask: Record<never, never>; answer: WatchlistView };
  /** Adds a stock to the watchlist, or replaces what is kept of it. */
  'watchlist-put': { ask: { entry: WatchEntry }; answer: WatchlistChange };
  'watchlist-remove': { ask: { ticker: string }; answer: WatchlistChange };
  /** Puts a whole watchlist in place of the one there is, as from a file. */
  'watchlist-set': { ask: { watchlist: object }; answer: WatchlistChange };
  /** From a card: is this one stock watched? */
  watched: { ask: { ticker: string }; answer: { watched: boolean } };
  /** From a card: watch this stock, or no longer. */
  watch: { ask: { ticker: string; on: boolean }; answer: { watched: boolean } };
  'data-parts': { ask: Record<never, never>; answer: { data: DataState; parts: DataPart[] } };
  'live-get': { ask: Record<never, never>; answer: LiveView };
  /** Answers the settings as kept, or what was wrong in the user's words. */
  'live-set': { ask: { patch: LivePatch }; answer: { settings: LiveSettings; error?: string } };
  /** Keeps a key of the user's, or forgets it when empty. */
  'live-key': { ask: { name: Keyed; key: string }; answer: { kept: boolean } };
  /** The keys themselves, for a file of options that the user wants them in. */
  'live-keys': { ask: Record<never, never>; answer: { keys: Keys } };
  /** The last requests of this session, newest first. */
  'requests-get': { ask: Record<never, never>; answer: { requests: LoggedRequest[] } };
  'requests-clear': { ask: Record<never, never>; answer: { cleared: boolean } };
  /** Asks a source of prices for a few closes, and tells in words what came back. */
  'live-try': { ask: { name: Exclude<Keyed, 'fred-api'> }; answer: { worked: boolean; words: string } };
  /** Begins to refresh everything now, or some sources. */
  'live-refresh': { ask: { only?: SourceId[] }; answer: { begun: boolean } };
  /** Forgets what was fetched. */
  'live-clear': { ask: Record<never, never>; answer: { cleared: boolean } };
  /** From a card: the whole history of this stock, which the user asks for. */
  'whole-history': { ask: { ticker: string }; answer: { words: string } };
  /** Companies that a text stands for, best first. */
  find: { ask: { text: string }; answer: { companies: FoundCompany[] } };
  /** Errors of Minnow's own in this session, newest first, without anything private. */
  'errors-get': { ask: Record<never, never>; answer: { errors: LoggedError[] } };
  /** What alerts have told, newest first; `problem` says why what was kept cannot be used. */
  'alerts-get': { ask: Record<never, never>; answer: { history: AlertEntry[]; problem?: string } };
  'alerts-clear': { ask: Record<never, never>; answer: { cleared: boolean } };
  'settings-get': { ask: Record<never, never>; answer: SettingsView };
  /** Answers the settings as kept, or what was wrong in the user's words. */
  'settings-set': { ask: { patch: SettingsPatch }; answer: { settings: Settings; error?: string } };
  /** To a page: what was found here. */
  'tab-report': { ask: Record<never, never>; answer: TabReport };
  /** To a page: bring a mention into view, and the keyboard's focus to its badge. */
  'scroll-to': { ask: { id: number; focus?: boolean }; answer: { found: boolean } };
  /** To a page: the settings changed. */
  'view-changed': { ask: { view: PageView }; answer: { applied: boolean } };
}

export type MessageType = keyof Messages;
export type Message = { [T in MessageType]: { type: T } & Messages[T]['ask'] }[MessageType];
export type Answer<T extends MessageType> = Messages[T]['answer'];
/** Messages that go to a page; all others go to the background. */
export type ToPage = 'tab-report' | 'scroll-to' | 'view-changed';
export type ToBackground = Exclude<MessageType, ToPage>;

/** Whether the answer says that the message could not be served. */
export function isFailure(answer: unknown): answer is Failure {
  return typeof answer === 'object' && answer !== null && 'failure' in answer;
}
