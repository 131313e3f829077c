import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { until, useBrowser } from './stage';

/** A page with a frame whose text stands in the page itself, one from its own site, and one that holds nothing. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Frames</title>
<p>Shares of Enerpac Tool Group Corp. (NYSE: EPAC) rose.</p>
<iframe srcdoc="<p>CleanSpark, Inc. (Nasdaq: CLSK) mined more.</p>" width="400" height="80"></iframe>
<iframe src="frame.html" width="400" height="80"></iframe>
<iframe width="10" height="10"></iframe>`;
const FRAME = '<!doctype html><meta charset="utf-8"><p>Upwork Inc. (Nasdaq: UPWK) fell.</p>';

describe.each(BROWSERS)('text in frames in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('is read and gets badges in its own frame, and the popup lists it with the rest', async () => {
    const open = await minnow.openMarkup(PAGE, 'page.html', { 'frame.html': FRAME });
    const tickers = async () => new Set((await open.reportNow()).mentions.map(({ ticker }) => ticker));
    await until(async () => (await tickers()).size === 3, 'all frames to be read');
    expect([...(await tickers())].sort()).toEqual(['CLSK', 'EPAC', 'UPWK']);
    const { mentions } = await open.reportNow();
    expect(new Set(mentions.map(({ frame }) => frame)).size).toBe(3);
    expect(mentions[0]).toMatchObject({ ticker: 'EPAC', frame: 0 });
    await open.badge('Enerpac');
    const hosts = () =>
      Promise.all(
        open.page
          .frames()
          .map((frame) => frame.evaluate(() => document.querySelectorAll('minnow-badges').length)),
      );
    await until(async () => (await hosts()).filter((count) => count === 1).length === 3, 'a badge in each');
    await open.close();
  });
});
