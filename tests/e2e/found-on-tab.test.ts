import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { until, useBrowser } from './stage';

describe.each(BROWSERS)('the popup in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('shows the thesis score with all eleven signals, the chart, and the small caps of the tab', async () => {
    const open = await minnow.open('article.html');
    const popup = await minnow.session.openExtensionPage('popup.html');
    const text = () => popup.evaluate(() => document.body.textContent);
    await until(async () => (await text()).includes('Enerpac'), 'the small caps of the tab');
    const shown = await text();
    expect(shown).toContain('of 100');
    expect(shown).toMatch(/coverage \d+%/);
    for (const ticker of ['EPAC', 'PRGS', 'ROCK', 'SXI', 'SHAK']) expect(shown).toContain(ticker);
    expect(shown).toMatch(/Not small caps: [A-Z/, ]*AAPL/);
    expect(await popup.$$eval('.factors > li', (rows) => rows.length)).toBe(11);
    await until(
      () =>
        popup.evaluate(() =>
          [...document.querySelectorAll('canvas')].some((canvas) =>
            canvas
              .getContext('2d')!
              .getImageData(0, 0, canvas.width, canvas.height)
              .data.some((value) => value !== 0),
          ),
        ),
      'the chart',
    );
    await popup.close();
    await open.close();
  });
});
