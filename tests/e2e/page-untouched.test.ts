import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { findPages } from '../../scripts/lib/pages';
import { each, WHOLE } from '../whole';
import { badgeFaults } from './geometry';
import { until, useBrowser } from './stage';

/** Saved pages of real sites; they are not part of the repository. */
const SAVED = '../shared/pages';
const SAMPLES = 'tests/pages';
/** Without their scripts: what moves on them then is not their own doing. */
const all = findPages([SAMPLES, ...(existsSync(SAVED) ? [SAVED] : [])], process.cwd())
  .filter(({ name }) => name !== 'react.html')
  .map((page) => ({ ...page, still: true }));
const negative = all.filter(({ name, kind }) => name === 'recipe.html' || kind === 'negative');
/** Pages that name companies. */
const pages = all.filter((page) => !negative.includes(page));

/**
 * One page of so many: all in Chromium in a whole run, fewer in Firefox, which is slow to drive; what differs between
 * the browsers is not the pages.
 */
const TAKES = WHOLE ? { chromium: 1, firefox: 5 } : { chromium: 4, firefox: 16 };

interface Picture {
  /** The box of every element that is the page's own, in the order of the document. */
  boxes: string[];
  markup: string;
  texts: string;
  height: number;
}

/** Runs in the page: all of it that is not ours. The time at which it is taken must not matter. */
function picture(): Picture {
  for (const animation of document.getAnimations()) animation.cancel();
  // What is not rendered, as in closed details, keeps the box that it had when it was last asked for.
  const own = [...document.querySelectorAll('*')].filter(
    (element) => !element.localName.startsWith('minnow-') && element.checkVisibility(),
  );
  const boxes = own.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const rounded = [x + scrollX, y + scrollY, width, height].map((value) => Math.round(value * 100) / 100);
    return [element.localName, ...rounded].join(' ');
  });
  const copy = document.documentElement.cloneNode(true) as Element;
  for (const host of copy.querySelectorAll('minnow-badges, minnow-card')) host.remove();
  return {
    boxes,
    markup: copy.outerHTML,
    texts: document.body?.textContent ?? '',
    height: document.documentElement.scrollHeight,
  };
}

/** Runs in the page: scrolls through all of it, so that badges come and go, and back to the top. */
async function scrollThrough(): Promise<void> {
  const step = innerHeight * 3;
  for (let y = 0; y < Math.min(document.documentElement.scrollHeight, 20 * step); y += step) {
    scrollTo({ top: y, behavior: 'instant' });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
  }
  scrollTo({ top: 0, behavior: 'instant' });
  await new Promise((resolve) => setTimeout(resolve, 100));
}

/** What differs, in few words. */
function differences(without: Picture, withBadges: Picture): string[] {
  const moved = without.boxes.flatMap((box, i) =>
    box === withBadges.boxes[i] ? [] : [`${box} became ${withBadges.boxes[i]}`],
  );
  return [
    ...moved.slice(0, 3),
    ...(without.markup === withBadges.markup ? [] : ['other markup']),
    ...(without.texts === withBadges.texts ? [] : ['other text']),
    ...(without.height === withBadges.height ? [] : [`height ${without.height} became ${withBadges.height}`]),
  ];
}

/**
 * Runs in the page: how much of its layout shift, as Chromium measures it, is ours. What moves in a shadow root has no
 * name there: on a page that has shadow roots too, it may be the page's. That nothing of the page moves, the boxes show.
 */
function layoutShift(): Promise<number> {
  type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
  return new Promise((resolve) => {
    let sum = 0;
    const nameless = ![...document.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot);
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        if (sources.some(({ node }) => (node ? node.nodeName.startsWith('MINNOW') : nameless))) sum += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 50);
  });
}

describe.each(BROWSERS)('the page itself in %s', (browser) => {
  const minnow = useBrowser(browser);

  // Switched off and on again on the same page, so that nothing else can differ.
  test.each(each(pages, TAKES[browser]))(
    '$name: nothing moves, and no text or markup is touched',
    async (source) => {
      const open = await minnow.openPage(source);
      const { page } = open;
      await page.evaluate(scrollThrough);
      const withBadges = await page.evaluate(picture);
      const shift = browser === 'chromium' ? await page.evaluate(layoutShift) : 0;
      const { faults } = await badgeFaults(open);
      await minnow.set({ on: false });
      await until(
        () => page.evaluate(() => document.querySelector('minnow-badges') === null),
        'every badge to go',
      );
      const without = await page.evaluate(picture);
      await minnow.set({ on: true });
      expect(differences(without, withBadges)).toEqual([]);
      expect(faults).toEqual([]);
      expect(shift).toBe(0);
      await open.close();
    },
    120_000,
  );

  test.each(each(negative, TAKES[browser]))(
    '$name is about other things: nothing is added to it but where it names a small cap',
    async (source) => {
      const open = await minnow.openPage(source);
      await open.page.evaluate(scrollThrough);
      const traces = await open.page.evaluate(() => ({
        elements: document.querySelectorAll('minnow-badges, minnow-card').length,
        marks: [...CSS.highlights.keys()],
        sheets: document.adoptedStyleSheets.length,
        markup: /minnow-/i.test(document.documentElement.outerHTML),
      }));
      const { mentions } = await open.reportNow();
      const named = new Set(mentions.filter(({ smallCap }) => smallCap).map(({ name }) => name));
      if (named.size === 0) expect(traces).toEqual({ elements: 0, marks: [], sheets: 0, markup: false });
      // A photo agency in a caption, say; whether it is the company is tested with the other saved pages.
      for (const { label } of await open.badges())
        expect([...named].some((name) => label.startsWith(`${name},`))).toBe(true);
      expect(open.report.errors).toEqual([]);
      await open.close();
    },
    120_000,
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
