import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { hover, type OpenPage, until, useBrowser } from './stage';

const TEXT = 'Enerpac Tool Group (NYSE: EPAC) and Upwork (NASDAQ: UPWK) stand in this text.';
const html = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title><style>body { font: 16px/1.5 sans-serif }</style>${body}</html>`;
const LONG = html(`<h1>Page</h1>${`<p>${TEXT} ${'More words follow it. '.repeat(30)}</p>`.repeat(12)}`);

/**
 * What is drawn and written on the printed pages, without the time at which they were printed, and without the table of
 * where in the file each object stands: it shifts with the packed length of that time.
 */
async function printed(page: Page): Promise<string[]> {
  const file = Buffer.from(await page.pdf({ printBackground: true })).toString('latin1');
  return [...file.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].flatMap(({ 1: packed, index }) => {
    if (/\/Type\s*\/XRef/.test(file.slice(file.lastIndexOf(' obj', index), index))) return [];
    try {
      const text = inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1');
      return [text.replace(/D:\d{14}/g, '')];
    } catch {
      return [];
    }
  });
}

const noBadges = (open: OpenPage) =>
  until(async () => (await open.badges()).length === 0, 'the badges to go');
const openCard = (open: OpenPage) =>
  until(async () => {
    const card = await open.card();
    return card && card.charts > 0 && card;
  }, 'the card with its chart');

describe.each(BROWSERS)('paper in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('shows the page as it is without Minnow, to the last stroke', async () => {
    const open = await minnow.openMarkup(LONG);
    await hover(open.page, await open.badge('Enerpac'));
    await openCard(open);
    const withMinnow = await printed(open.page);
    await minnow.set({ on: false });
    await noBadges(open);
    const without = await printed(open.page);
    await minnow.set({ on: true });
    await open.badge('Enerpac');
    expect(without.length).toBeGreaterThan(4);
    expect(withMinnow).toEqual(without);
    expect((await open.marks()).length).toBeGreaterThan(0);
    await open.close();
  });
});

describe.each(BROWSERS)('a finger in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('opens the card at a badge and closes it elsewhere', async () => {
    const open = await minnow.openMarkup(
      html(`<p>${TEXT}</p><p id="far" style="margin-top: 750px">Far away.</p>`),
    );
    const { x, y, width, height } = await open.badge('Enerpac');
    await open.page.touchscreen.tap(x + width / 2, y + height / 2);
    expect((await openCard(open)).label).toContain('Enerpac');
    await open.page.touchscreen.tap(600, 850);
    await until(async () => (await open.card()) === null, 'the card to close');
    await open.close();
  });

  test('opens the card at marked words without room for a badge, but not at a link of the page', async () => {
    const cell = (text: string) =>
      `<p style="width: max-content; line-height: 1; overflow: hidden; white-space: nowrap">${text}</p>`;
    const open = await minnow.openMarkup(
      html(`${cell('Enerpac Tool Group')}<p>Upwork (NASDAQ: UPWK) and Enerpac (NYSE: EPAC).</p>`),
    );
    const mark = await until(
      async () => (await open.marks()).find(({ text }) => text === 'Enerpac Tool Group'),
      'the marked words',
    );
    const [line] = mark.lines;
    expect((await open.badges()).every(({ y }) => y > line!.y + line!.height)).toBe(true);
    await open.page.touchscreen.tap(line!.x + line!.width / 2, line!.y + line!.height / 2);
    expect((await openCard(open)).label).toContain('Enerpac');
    await open.close();
  });
});

// Only Chromium can be told what the reader's screen and system are like.
describe('the reader’s own settings in chromium', () => {
  const minnow = useBrowser('chromium');

  async function emulate(page: Page, ...features: [name: string, value: string][]): Promise<void> {
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', {
      features: features.map(([name, value]) => ({ name, value })),
    });
  }

  test('a badge reaches far enough for a finger, and the page does not grow by it', async () => {
    const open = await minnow.openMarkup(
      html(
        `<p style="width: max-content; margin: 40px 0 0 calc(100vw - 205px)">Enerpac Tool Group (NYSE: EPAC)</p>`,
      ),
    );
    await open.badge('Enerpac');
    const client = await open.page.createCDPSession();
    await client.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await open.page.evaluate(() => dispatchEvent(new Event('resize')));
    const badge = await open.badge('Enerpac');
    const size = () => open.page.evaluate(() => document.documentElement.scrollWidth);
    expect(badge.height).toBeGreaterThanOrEqual(24);
    expect(badge.width).toBeGreaterThanOrEqual(24);
    const reached = await open.page.evaluate(
      (x, top, bottom) => [top, bottom].map((y) => document.elementFromPoint(x, y)?.localName),
      badge.x + badge.width / 2,
      badge.y + 1,
      badge.y + badge.height - 1,
    );
    expect(reached).toEqual(['minnow-badges', 'minnow-badges']);
    const withBadges = await size();
    await minnow.set({ on: false });
    await noBadges(open);
    expect(await size()).toBe(withBadges);
    await minnow.set({ on: true });
    await open.close();
  });

  test.each([
    ['forced colours', ['forced-colors', 'active']],
    ['more contrast', ['prefers-contrast', 'more']],
  ] as const)('with %s every badge and the card keep their edges and their shapes', async (_, feature) => {
    const open = await minnow.open('article.html');
    await emulate(open.page, [...feature]);
    const badge = await open.badge('Enerpac');
    const looks = await open.runBeside(() => {
      const { dom } = (
        globalThis as unknown as {
          chrome: { dom: { openOrClosedShadowRoot(host: Element): ShadowRoot } };
        }
      ).chrome;
      return [...document.querySelectorAll('minnow-badges')].flatMap((host) =>
        [...dom.openOrClosedShadowRoot(host).querySelectorAll('.badge')].map((one) => {
          const { color, backgroundColor, outlineStyle } = getComputedStyle(one);
          const shape = getComputedStyle(one, '::before').content;
          return { color, backgroundColor, outlineStyle, shape };
        }),
      );
    });
    expect(looks.length).toBeGreaterThan(2);
    const marks = (await open.marks()).length;
    if (feature[0] === 'forced-colors') expect(marks).toBe(0);
    else expect(marks).toBeGreaterThan(0);
    for (const { color, backgroundColor, shape, outlineStyle } of looks) {
      expect(color).not.toBe(backgroundColor);
      expect(shape).toMatch(/[▲●▼–]/);
      if (feature[0] === 'forced-colors') expect(outlineStyle).toBe('solid');
    }
    await hover(open.page, badge);
    await openCard(open);
    await open.close();
  });

  test('nothing of Minnow’s moves by itself', async () => {
    const open = await minnow.open('article.html');
    await hover(open.page, await open.badge('Enerpac'));
    await openCard(open);
    expect(await open.page.evaluate(() => document.getAnimations().length)).toBe(0);
    const { styles } = await open.cardSource();
    expect(styles).not.toMatch(/transition|animation/);
    await open.close();
  });
});
