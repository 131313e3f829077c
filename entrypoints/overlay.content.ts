import { defineContentScript } from 'wxt/utils/define-content-script';
import tokens from '../components/tokens.css?inline';
import type { PageView } from '../lib/messages';
import { listen, send } from '../lib/messaging';
import badge from '../lib/overlay/badge.css?inline';
import { Overlay } from '../lib/overlay/overlay';
import { hostPatterns } from '../lib/sites';

export default defineContentScript({
  matches: hostPatterns,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    let overlay: Overlay | undefined;

    function show(view: PageView): void {
      if (!view.on) {
        overlay?.stop();
        overlay = undefined;
      } else if (overlay) overlay.restyle(view);
      else {
        overlay = new Overlay(view, { tokens, badge });
        overlay.start();
      }
    }

    const silence = listen<'tab-report' | 'scroll-to' | 'view-changed'>({
      'tab-report': () => overlay?.report() ?? { url: location.href, mentions: [], timings: {}, errors: [] },
      'scroll-to': ({ id }) => ({ found: overlay?.scrollTo(id) ?? false }),
      'view-changed': ({ view }) => {
        show(view);
        return { applied: true };
      },
    });
    ctx.onInvalidated(() => {
      silence();
      overlay?.stop();
    });
    const greet = async () => {
      const view = await send('hello', { host: location.hostname }).catch(() => undefined);
      if (view && ctx.isValid && (view.on || overlay)) show(view);
    };
    window.addEventListener('pageshow', (event) => event.persisted && greet(), { signal: ctx.signal });
    await greet();
  },
});
