import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { badgeFaults } from './geometry';
import { until, useBrowser } from './stage';

const TEXT = 'Enerpac Tool Group (NYSE: EPAC) and Progress Software (NASDAQ: PRGS) stand in this text.';
const prose = (style: string) =>
  `<div style="${style}"><p>${TEXT}</p><p>Then Upwork (NASDAQ: UPWK) stands alone.</p></div>`;
const cells = (row: string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const TABLE = [
  ['EPAC', 'Enerpac Tool Group', '41.20'],
  ['PRGS', 'Progress Software', '52.10'],
  ['UPWK', 'Upwork', '14.00'],
]
  .map(cells)
  .join('');

/** Ways to lay out text in which a badge could stand astray, each as a page. */
const LAYOUTS: Record<string, string> = {
  'right to left': `<html dir="rtl">${prose('')}`,
  'vertical from right to left': prose('writing-mode: vertical-rl; height: 300px'),
  'vertical from left to right': prose('writing-mode: vertical-lr; height: 300px'),
  'a scaled container': prose('transform: scale(1.5); transform-origin: 0 0; width: 500px'),
  'a turned container': prose('transform: rotate(20deg); width: 400px; margin: 150px'),
  'a zoomed container': prose('zoom: 1.5'),
  'content-visibility': `<div style="height: 3000px"></div>${prose('content-visibility: auto; contain-intrinsic-size: 200px')}`,
  'several columns': prose('columns: 3; width: 600px'),
  'a flex row':
    '<div style="display: flex; gap: 4px"><span>Enerpac Tool Group (NYSE: EPAC)</span><span>Upwork (NASDAQ: UPWK)</span></div>',
  'a grid':
    '<div style="display: grid; grid: auto / 1fr 1fr"><span>Enerpac Tool Group (NYSE: EPAC)</span><span>Upwork (NASDAQ: UPWK)</span></div>',
  'a list of one-line cells': `<ul style="width: 170px">${[TEXT, 'Upwork (NASDAQ: UPWK)'].map((text) => `<li style="overflow: hidden; white-space: nowrap; text-overflow: ellipsis">${text}</li>`).join('')}</ul>`,
  'a dense table': `<table style="border-collapse: collapse; font: 11px/12px sans-serif">${cells(['Symbol', 'Name', 'Last'])}${TABLE}</table>`,
  'a sticky table': `<div style="height: 90px; overflow: auto"><table><thead style="position: sticky; top: 0; background: #fff">${cells(['Symbol', 'Name', 'Last'])}</thead>${TABLE}</table></div>`,
  'tight lines': prose('line-height: 1; width: 220px'),
  'narrow text': prose('width: 90px'),
  'large text': prose('font-size: 48px'),
  'small text': prose('font-size: 9px'),
  'running text of ordinary lines': prose('width: 420px; font: 16px/1.4 sans-serif').replaceAll(
    TEXT,
    `${TEXT} `.repeat(3),
  ),
  'a list right under other text': `<div style="width: 240px; font: 15px/1.2 sans-serif">Words that stand right above the list of names<ul style="margin: 0"><li>Enerpac Tool Group (NYSE: EPAC) leads the list of names</li><li>Progress Software (NASDAQ: PRGS) follows it right here</li></ul></div>`,
  'dark ground': prose('background: #111; color: #eee'),
  'a fixed header': `<header style="position: fixed; top: 0; width: 100%">Upwork (NASDAQ: UPWK)</header>${prose('margin-top: 60px')}`,
  'a dialog in the top layer': `<dialog>${TEXT}</dialog><script>document.querySelector('dialog').showModal()</script>`,
  'open details': `<details open><summary>Enerpac Tool Group (NYSE: EPAC)</summary>Upwork (NASDAQ: UPWK)</details>`,
};

describe.each(BROWSERS)('badges in %s', (browser) => {
  const minnow = useBrowser(browser);

  test.each(Object.entries(LAYOUTS))(
    'stand at their text in %s, cover neither it nor each other, and move nothing',
    async (_, markup) => {
      const open = await minnow.openMarkup(
        `<!doctype html><meta charset="utf-8"><title>Layout</title>${markup}`,
      );
      await open.page.evaluate(() =>
        scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }),
      );
      const shown = await until(async () => {
        const seen = await badgeFaults(open);
        const marks = await open.marks();
        return (seen.badges.length > 0 || marks.length > 0) && seen;
      }, 'badges or marks');
      expect(shown.faults).toEqual([]);
      await open.close();
    },
  );

  test.each([0.5, 0.9, 1.1, 1.5, 2, 3])('stand at their text at a zoom of %d', async (zoom) => {
    const open = await minnow.openMarkup(
      `<!doctype html><title>Zoom</title>${prose('width: 300px')}<table>${TABLE}</table>`,
    );
    await open.badge('Enerpac');
    await open.zoom(zoom);
    await until(async () => (await badgeFaults(open)).badges.length > 2, 'badges');
    expect((await badgeFaults(open)).faults).toEqual([]);
    await open.zoom(1);
    await open.close();
  });

  test.each([
    ['the window narrows', (width: number) => `document.body.style.width = '${width}px'`],
    ['a picture above arrives', () => "document.querySelector('img').height = 240"],
    ['the font changes', () => "document.body.style.font = '21px/1.6 monospace'"],
    [
      'text is put before',
      () => "document.querySelector('p').prepend('New words stand here first. '.repeat(9))",
    ],
    ['a part above opens', () => "document.querySelector('details').open = true"],
  ])('stay with their text when %s', async (_, change) => {
    const open = await minnow.openMarkup(
      `<!doctype html><title>Reflow</title><img src="data:," width="100" height="10"><details><summary>More</summary><p style="height: 90px">Words</p></details>${prose('')}<table>${TABLE}</table>`,
    );
    await open.badge('Enerpac');
    await open.page.evaluate(change(260));
    const seen = await until(async () => {
      const now = await badgeFaults(open);
      return now.badges.length > 2 && now.faults.length === 0 && now;
    }, 'badges at their text again').catch(() => badgeFaults(open));
    expect(seen.faults).toEqual([]);
    await open.close();
  });
});
