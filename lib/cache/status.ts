import { t } from '../i18n';
import type { Day } from '../market/day';
import { overdueDays } from './plan';
import type { Source } from './sources';
import type { SourceId, SourceState } from './state';

export type Freshness = 'fresh' | 'stale' | 'failed' | 'offline' | 'waiting';
export type Step = 'asking' | 'merging';

/** How one source stands; times in milliseconds since 1970. */
export interface SourceStatus {
  id: SourceId;
  title: string;
  source: string;
  url: string;
  state: Freshness;
  /** What happened, in the user's words, when it did not go well. */
  problem?: string;
  note?: string;
  newest?: Day;
  lastGood?: number;
  /** When it will be asked next. */
  nextAt: number;
  /** US trading days past the day on which something newer was due. */
  overdueDays: number;
  step?: Step;
}

export function statusOf(
  { id, title, from }: Pick<Source, 'id' | 'title' | 'from'>,
  state: SourceState,
  now: number,
  online: boolean,
  step?: Step,
): SourceStatus {
  const overdue = overdueDays(state, now);
  return {
    id,
    title,
    source: from.name,
    url: from.page,
    state: freshness(state, overdue, online),
    problem: state.problem,
    note: state.note,
    newest: state.newest,
    lastGood: state.lastGood,
    nextAt: state.nextAt,
    overdueDays: overdue,
    step,
  };
}

function freshness(state: SourceState, overdue: number, online: boolean): Freshness {
  if (!online && (state.unreached || overdue > 0)) return 'offline';
  if (state.problem !== undefined) return 'failed';
  if (state.lastGood === undefined) return 'waiting';
  return overdue > 0 ? 'stale' : 'fresh';
}

/** The state of all sources in one word and one sentence, for places without room for a list. */
export interface LiveBrief {
  state: Freshness;
  words: string;
  /** Who is asked for the whole history of one stock. */
  historyFrom: string;
}

const ORDER: Freshness[] = ['offline', 'failed', 'stale', 'waiting', 'fresh'];

export function briefOf(
  on: boolean,
  sources: readonly SourceStatus[],
  historyFrom: string,
): LiveBrief | undefined {
  if (!on) return undefined;
  const worst = ORDER.find((state) => sources.some((source) => source.state === state)) ?? 'waiting';
  const these = sources.filter(({ state }) => state === worst);
  const [first] = these;
  const title = first?.title ?? '';
  const more = these.length - 1;
  const problem = first?.problem ?? '';
  const words: Record<Freshness, () => string> = {
    offline: () => t('live.brief.offline'),
    failed: () =>
      more > 0
        ? t('live.brief.failedMore', { title, more, problem })
        : t('live.brief.failed', { title, problem }),
    stale: () => (more > 0 ? t('live.brief.staleMore', { title, more }) : t('live.brief.stale', { title })),
    waiting: () =>
      more > 0 ? t('live.brief.waitingMore', { title, more }) : t('live.brief.waiting', { title }),
    fresh: () => t('live.brief.fresh'),
  };
  return { state: worst, words: words[worst]().trim(), historyFrom };
}
