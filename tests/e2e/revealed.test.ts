import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { until, useBrowser } from './stage';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Tabs</title>
<style>.shut { display: none }</style>
<p>Shares of Enerpac Tool Group Corp. (NYSE: EPAC) rose.</p>
<div id="tab" class="shut"><p>CleanSpark, Inc. (Nasdaq: CLSK) mined more.</p></div>`;

describe.each(BROWSERS)('hidden text in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('does not count until the page shows it by a change of style alone', async () => {
    const open = await minnow.openMarkup(PAGE);
    const tickers = async () => [...new Set((await open.reportNow()).mentions.map(({ ticker }) => ticker))];
    expect(await tickers()).toEqual(['EPAC']);
    await open.page.evaluate(() => {
      document.getElementById('tab')!.className = '';
    });
    await until(async () => (await tickers()).includes('CLSK'), 'the revealed text to be read');
    await open.badge('CleanSpark');
    await open.close();
  });
});
