import type { Page } from 'puppeteer-core';
import { findPages } from '../../scripts/lib/pages';
import { SavedPageServer } from '../../scripts/lib/serve';
import type { Session } from '../../scripts/lib/session';

/** Opens a page of a file in a tab of its own; what it says on its console that it should not goes on the list. */
export async function openListening(
  session: Session,
  file: string,
): Promise<{ page: Page; complaints: () => string[] }> {
  const { page } = await session.newTab();
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => {
    if (/^(?:error|warn)/.test(message.type())) said.push(message.text());
  });
  const server = await SavedPageServer.on(page);
  const [source] = findPages([file], process.cwd());
  server.show(source!);
  await page.goto(source!.url);
  // What a test's own server does not have is no fault of the page
  return { page, complaints: () => said.filter((text) => !/ERR_FAILED|favicon/.test(text)) };
}
