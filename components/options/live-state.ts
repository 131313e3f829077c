import { signal } from '@preact/signals';
import type { LiveView } from '../../lib/messages';
import { send } from '../../lib/messaging';
import type { LivePatch } from '../../lib/settings/live';
import { readThesis } from './state';

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
  if (before && before.running !== status.running) await readThesis();
}

/** Answers what was wrong, in the user's words; empty when nothing was. */
export async function saveLive(patch: LivePatch): Promise<string> {
  try {
    const { error } = await send('live-set', { patch });
    await readLive();
    return error ?? '';
  } catch (error) {
    return (error as Error).message;
  }
}
