import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { addressOf } from '../lib/detect/read-page';
import type { PageView } from '../lib/messages';
import { isAlive, listen, send } from '../lib/messaging';
import { removeLeftovers } from '../lib/overlay/leftovers';
import { Overlay } from '../lib/overlay/overlay';
import { delay } from '../lib/overlay/schedule';

/** Milliseconds before each greeting: one can get lost while a page begins to leave, and stays after all. */
const PAUSES = [0, 1_000, 4_000];
const PATIENCE = 5_000;

/** Where a copy of this script leaves the way to stop it, for the copy that comes after an update. */
const world = globalThis as { __minnowStop?: () => void };

export default defineUnlistedScript(() => {
  world.__minnowStop?.();
  const stopped = new AbortController();
  let overlay: Overlay | undefined;

  function show(view: PageView): void {
    if (!view.on) {
      overlay?.stop();
      overlay = undefined;
    } else if (overlay) overlay.restyle(view);
    else {
      overlay = new Overlay(view);
      overlay.start();
    }
  }

  async function greet(): Promise<void> {
    for (const pause of PAUSES) {
      await delay(pause);
      if (stopped.signal.aborted || !isAlive()) return;
      const asking = send('hello', { host: new URL(addressOf(document)).hostname }).catch(() => undefined);
      const view = await Promise.race([asking, delay(PATIENCE)]);
      if (!view) continue;
      if (!stopped.signal.aborted && (view.on || overlay)) show(view);
      return;
    }
  }

  const silence = listen<'tab-report' | 'scroll-to' | 'view-changed'>({
    'tab-report': () =>
      overlay?.report() ?? { url: addressOf(document), mentions: [], timings: {}, errors: [] },
    'scroll-to': ({ id, focus }) => ({ found: overlay?.scrollTo(id, focus) ?? false }),
    'view-changed': ({ view }) => {
      show(view);
      return { applied: true };
    },
  });
  world.__minnowStop = () => {
    stopped.abort();
    silence();
    overlay?.stop();
  };
  // A page that comes back from the back/forward cache may have missed changes of the settings.
  window.addEventListener('pageshow', (event) => event.persisted && greet(), { signal: stopped.signal });
  removeLeftovers(document);
  greet();
});
