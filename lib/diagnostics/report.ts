import type { LiveStatus } from '../cache/refresh';
import { t } from '../i18n';
import { bytes, number } from '../i18n/format';
import type { DataState } from '../messages';
import type { TabState } from '../popup/active-tab';
import type { LoggedError } from './error-log';

/** What a report of an error is made of. Only what is named here goes into it. */
export interface Facts {
  version: string;
  userAgent: string;
  /** The system's name as the browser tells it: "linux". */
  system: string;
  language: string;
  /** Null when the background did not answer. */
  data: DataState | null;
  live: { on: boolean; status: LiveStatus } | null;
  tab: TabState | null;
  errors: readonly LoggedError[];
}

/** Steps of the work on a page that are told; times to which a page was read are none of them. */
const STEPS = ['read', 'resolve', 'paint', 'follow'];

/** A text to be copied into a report of an error: one fact a line, nothing of the user's or of any page's in it. */
export function reportText(facts: Facts): string {
  return [
    t('diagnostics.minnow', { version: facts.version }),
    browserLine(facts),
    dataLine(facts.data),
    liveLine(facts.live),
    ...tabLines(facts.tab),
    ...errorLines(facts.errors),
  ].join('\n');
}

function browserLine({ userAgent, system, language }: Facts): string {
  // Edge names Chrome too, and both are told by the part that is theirs.
  const [, name, version] = /(Edg|Firefox|Chrome)\/([\d.]{1,20})/.exec(
    userAgent.replace(/Chrome\/[\d.]+(?=.*Edg\/)/, ''),
  ) ?? [undefined, undefined, undefined];
  return t('diagnostics.browser', {
    name: name === undefined ? t('diagnostics.otherBrowser') : name === 'Edg' ? 'Edge' : name,
    version: version ?? '',
    system,
    language,
  });
}

function dataLine(data: DataState | null): string {
  if (!data) return t('diagnostics.data.unknown');
  if (data.state === 'ready') return t('diagnostics.data.ready', { day: data.pricesAsOf ?? '–' });
  return t(`diagnostics.data.${data.state}`);
}

function liveLine(live: Facts['live']): string {
  if (!live?.on) return t('diagnostics.live.off');
  const { on, sources, bytes: size } = live.status;
  if (!on) return t('diagnostics.live.noAccess');
  const told = sources.map(({ id, state }) => t('diagnostics.live.source', { name: id, state }));
  return t('diagnostics.live.on', { sources: told.join(', '), size: bytes(size) });
}

function tabLines(tab: TabState | null): string[] {
  if (!tab) return [];
  if (tab.kind === 'no-access') return [t('diagnostics.tab.noAccess')];
  if (tab.kind !== 'read') return [t(`diagnostics.tab.${tab.kind}`)];
  const { mentions, errors, timings } = tab.report;
  const steps = STEPS.flatMap((name) =>
    Number.isFinite(timings[name])
      ? [t('diagnostics.tab.step', { name, ms: number(timings[name]!, 1) })]
      : [],
  );
  return [
    t('diagnostics.tab.read', {
      mentions: number(mentions.length),
      badges: number(mentions.filter(({ badge }) => badge).length),
      errors: number(errors.length),
    }),
    ...(steps.length > 0 ? [t('diagnostics.tab.cost', { steps: steps.join(', ') })] : []),
  ];
}

function errorLines(errors: readonly LoggedError[]): string[] {
  if (errors.length === 0) return [t('diagnostics.errors.none')];
  return [
    t('diagnostics.errors.title'),
    ...errors.map(({ at, work, kind, place, times }) => {
      const words = {
        at: new Date(at).toISOString().slice(0, 16),
        work,
        kind,
        place: place === '' ? t('diagnostics.errors.nowhere') : `background.js:${place}`,
      };
      return `- ${t('diagnostics.errors.one', times, words)}`;
    }),
  ];
}
