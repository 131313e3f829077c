import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { AlertBook } from '../../lib/alerts/book';
import { BROWSERS } from '../../scripts/lib/browsers';
import { axeFindings } from './axe';
import { until, useBrowser } from './stage';

declare const chrome: {
  storage: { local: { get(key: string): Promise<object>; set(items: object): Promise<void> } };
  runtime: { getManifest(): { commands: object; omnibox: { keyword: string } } };
};

const textOf = (page: Page) => page.evaluate(() => document.body.textContent);
const says = (page: Page, words: string) =>
  until(async () => (await textOf(page))?.includes(words), `the page to say “${words}”`);

describe.each(BROWSERS)('the first page in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('shows real badges on its sample, and a card by the keyboard', async () => {
    const page = await minnow.session.openExtensionPage('welcome.html');
    await says(page, 'Found 5 small caps in this text.');
    expect(await axeFindings(page)).toEqual([]);
    const card = async () => page.$('minnow-card');
    for (let i = 0; i < 4 && !(await card()); i++) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    await until(card, 'a card');
    await page.keyboard.press('Escape');
    await until(async () => !(await card()), 'the card to close');
    await page.close();
  });

  test('fits a narrow window', async () => {
    const page = await minnow.session.openExtensionPage('welcome.html');
    await page.setViewport({ width: 320, height: 600 });
    await says(page, 'Found 5 small caps');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });
});

describe.each(BROWSERS)('looking a company up in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('shows its card, the others that were found, and says so when nothing was', async () => {
    const page = await minnow.session.openExtensionPage('lookup.html');
    await page.type('#text', 'shake shack');
    await says(page, 'SHAK');
    await page.keyboard.press('Enter');
    await says(page, 'Earnings multiple');
    // Laid out as on a page
    expect(await page.$eval('.card .part', (part) => getComputedStyle(part).padding)).toBe('12px 16px');
    expect(await textOf(page)).not.toContain('Not this');
    expect(await axeFindings(page)).toEqual([]);
    await page.$eval('#text', (input) => (input as HTMLInputElement).select());
    await page.type('#text', 'zzyzx unlimited');
    await says(page, 'Nothing found for “zzyzx unlimited”');
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });

  test('takes over in the open page what is selected elsewhere', async () => {
    const page = await minnow.session.openExtensionPage('lookup.html');
    await says(page, 'Type a ticker or a name');
    expect(
      await minnow.session.sendToBackground({ type: 'show-look-up', text: 'Enerpac Tool Group (EPAC)' }),
    ).toBe(true);
    await says(page, 'Enerpac Tool Group');
    await page.close();
  });

  test('stands in the menu of selected text', async () => {
    const isThere = () =>
      minnow.session.hub.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            const { contextMenus, runtime } = chrome as unknown as {
              contextMenus: { update(id: string, change: object, done: () => void): void };
              runtime: { lastError?: object };
            };
            contextMenus.update('look-up', { contexts: ['selection'] }, () => resolve(!runtime.lastError));
          }),
      );
    await until(isThere, 'the menu');
  });

  test('has a keyword, and keys that do not collide', async () => {
    const { commands, omnibox } = await minnow.session.hub.evaluate(() => chrome.runtime.getManifest());
    expect(omnibox.keyword).toBe('mn');
    const keys = Object.values(commands as Record<string, { suggested_key?: { default?: string } | string }>)
      .map(({ suggested_key }) =>
        typeof suggested_key === 'string' ? suggested_key : suggested_key?.default,
      )
      .filter((key) => key !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeLessThanOrEqual(4);
  });
});

describe.each(BROWSERS)('the keyboard on a page in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('reaches a badge that was out of sight', async () => {
    const open = await minnow.open('article.html');
    const { mentions } = await open.reportNow();
    const lowest = mentions.filter(({ badge }) => badge).toSorted((a, b) => b.rect.y - a.rect.y)[0]!;
    await open.page.bringToFront();
    const tab = await minnow.session.hub.evaluate(async (id) => {
      const { tabs } = chrome as unknown as {
        tabs: {
          query(filter: object): Promise<{ id: number }[]>;
          sendMessage(tab: number, message: object): Promise<{ found?: boolean }>;
        };
      };
      for (const one of await tabs.query({})) {
        const answer = await tabs
          .sendMessage(one.id, { type: 'scroll-to', id, focus: true })
          .catch(() => ({}));
        if ('found' in answer) return one.id;
      }
      return undefined;
    }, lowest.id);
    expect(tab).toBeDefined();
    // The badge stands in a closed root, so the page sees its host alone.
    await until(
      () => open.page.evaluate(() => document.activeElement?.tagName.toLowerCase().startsWith('minnow')),
      'the focus on the badge',
    );
    await open.close();
  });
});

describe.each(BROWSERS)('alerts in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('are off at first; turned on, they tell once what changed since, and list it', async () => {
    const { hub } = minnow.session;
    const book = () =>
      hub.evaluate(
        async () => ((await chrome.storage.local.get('alerts')) as { alerts?: unknown }).alerts,
      ) as Promise<AlertBook | undefined>;
    await minnow.set({ theme: 'light' });
    expect(await book()).toBeUndefined();

    await minnow.set({ alerts: { signal: true, band: true, record: false, level: false } });
    const begun = await until(
      async () => (await book())?.state && (await book()),
      'something to compare with',
    );
    expect(begun.history).toEqual([]);

    const was = { ...begun.state!, signals: { ...begun.state!.signals, 'rate-cuts': 'supports' as const } };
    await hub.evaluate((kept) => chrome.storage.local.set({ alerts: kept }), { ...begun, state: was });
    await minnow.set({ theme: 'dark' });
    const told = await until(async () => (await book())!.history.length > 0 && (await book()), 'an alert');
    expect(told.history.map(({ event }) => event)).toEqual([
      { kind: 'signal', signal: 'rate-cuts', from: 'supports', to: 'against', day: begun.state!.asOf },
    ]);

    await hub.evaluate((kept) => chrome.storage.local.set({ alerts: kept }), { ...told, state: was });
    await minnow.set({ theme: 'light' });
    await until(async () => (await book())!.state?.signals['rate-cuts'] === 'against', 'another look');
    expect((await book())!.history).toHaveLength(1);

    const options = await minnow.session.openExtensionPage('options.html');
    await says(options, 'A signal turned: rate cuts');
    expect(await axeFindings(options)).toEqual([]);
    await options.close();
  });

  test('leave the toolbar button to show the score instead of the count', async () => {
    await minnow.set({ toolbar: 'score' });
    const text = () =>
      minnow.session.hub.evaluate(() =>
        (chrome as unknown as { action: { getBadgeText(of: object): Promise<string> } }).action.getBadgeText(
          {},
        ),
      );
    await until(async () => /^\d+$/.test(await text()), 'the score');
    await minnow.set({ toolbar: 'count' });
    await until(async () => (await text()) === '', 'no score');
  });
});
