import { ensureBrowsers } from '../lib/browsers';
import { ensureBuilt } from '../lib/build';
import { copyExtension } from '../lib/extension';
import type { PageSource } from '../lib/pages';
import { SavedPageServer } from '../lib/serve';
import { type Session, startSession, type Tab } from '../lib/session';

/** Chromium with the built extension; `change` alters the copy of the extension first. */
export async function benchSession(
  change?: (folder: string) => void,
): Promise<{ session: Session; close(): Promise<void> }> {
  const copy = copyExtension(ensureBuilt('chromium'), change);
  const session = await startSession({
    browser: 'chromium',
    program: ensureBrowsers(['chromium']).chromium,
    extension: copy.folder,
    headless: true,
  });
  return {
    session,
    async close() {
      await session.close();
      copy.remove();
    },
  };
}

/** Opens a saved page in a tab of its own; `throttle` makes its processor that much slower. */
export async function openPage(session: Session, source: PageSource, throttle = 1): Promise<Tab> {
  const tab = await session.newTab();
  if (throttle > 1) await tab.page.emulateCPUThrottling(throttle);
  const server = await SavedPageServer.on(tab.page);
  server.show(source);
  await tab.page.goto(source.url, { timeout: 60_000 });
  return tab;
}
