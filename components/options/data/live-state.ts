import { signal } from '@preact/signals';
import { t } from '../../../lib/i18n';
import type { LiveView } from '../../../lib/messages';
import { send } from '../../../lib/messaging';
import type { LivePatch } from '../../../lib/settings/live';
import { revert } from '../../../lib/settings/revert';
import { readThesis } from '../state';
import { remember } from '../undo';

export const live = signal<LiveView | null>(null);

const RUNNING_RHYTHM = 400;
const RHYTHM = 4000;

/** Follows the refreshing while the page is seen. Returns a function that stops. */
export function follow(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const look = async () => {
    if (!document.hidden) await readLive().catch(() => {});
    if (!stopped) timer = setTimeout(look, live.value?.status.running ? RUNNING_RHYTHM : RHYTHM);
  };
  look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

export async function readLive(): Promise<void> {
  const before = live.value?.status;
  live.value = await send('live-get', {});
  const { status } = live.value;
  if (before && (before.running !== status.running || before.bytes !== status.bytes)) await readThesis();
}

/**
 * Saves a change of the settings of live data and keeps how to undo it.
 * @param what the changed control in the user's words
 * @returns what was wrong, in the user's words; empty when nothing was
 */
export async function saveLive(patch: LivePatch, what = t('options.live.title')): Promise<string> {
  const before = live.value?.settings;
  const { error, kept } = await write(patch);
  if (error || !before || !kept) return error;
  remember(what, async () => {
    const now = live.value?.settings ?? kept;
    const { version: _, ...wanted } = revert(now, before, kept);
    return (await write(wanted)).error || undefined;
  });
  return '';
}

async function write(patch: LivePatch): Promise<{ error: string; kept?: LiveView['settings'] }> {
  try {
    const { settings: kept, error = '' } = await send('live-set', { patch });
    await readLive();
    return { error, kept };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
