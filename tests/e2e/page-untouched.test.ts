import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, ensureBrowsers } from '../../scripts/lib/browsers';
import { findPages } from '../../scripts/lib/pages';
import { SavedPageServer } from '../../scripts/lib/serve';
import { type Session, startSession } from '../../scripts/lib/session';
import { until, useBrowser } from './stage';

/** Runs in the page: the box of every element that is the page's own, and the page's own markup. */
function picture() {
  const own = [...document.querySelectorAll('*')].filter(({ localName }) => !localName.startsWith('minnow-'));
  const boxes = own.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName, ...[x, y, width, height].map((value) => Math.round(value * 100) / 100)].join(
      ' ',
    );
  });
  const copy = document.documentElement.cloneNode(true) as Element;
  for (const host of copy.querySelectorAll('minnow-badges, minnow-card')) host.remove();
  return { boxes, markup: copy.outerHTML, height: document.documentElement.scrollHeight };
}

/** Runs in the page: counts its text nodes, outside our elements. */
function textNodes(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push((walker.currentNode as Text).data);
  return texts;
}

describe.each(BROWSERS)('the page itself in %s', (browser) => {
  const minnow = useBrowser(browser);
  let bare: Session;
  beforeAll(async () => {
    const program = ensureBrowsers([browser])[browser];
    bare = await startSession({ browser, program, headless: true });
  });
  afterAll(() => bare?.close());

  test.each(['article.html', 'quote.html', 'watchlist.html'])(
    '%s: nothing moves, no text is touched, with badges and without Minnow',
    async (file) => {
      const { page: without } = await bare.newTab();
      const [source] = findPages([`tests/pages/${file}`], process.cwd());
      const server = await SavedPageServer.on(without);
      server.show(source!);
      await without.goto(source!.url);
      const before = await without.evaluate(picture);

      const open = await minnow.open(file);
      await until(async () => (await open.badges()).length >= 3, 'some badges');
      const after = await open.page.evaluate(picture);

      expect(after.boxes).toEqual(before.boxes);
      expect(after.height).toBe(before.height);
      expect(after.markup).toBe(before.markup);
      expect(await open.page.evaluate(textNodes)).toEqual(await without.evaluate(textNodes));
      await open.close();
      await without.close();
    },
  );

  test('badges come back when the page removes them', async () => {
    const open = await minnow.open('article.html');
    await open.badge('Enerpac');
    await open.page.evaluate(() => {
      for (const host of document.querySelectorAll('minnow-badges')) host.remove();
    });
    await open.badge('Enerpac');
    await open.close();
  });
});
