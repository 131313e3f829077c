import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { judge, smallCapTest } from '../../scripts/lib/judge';
import { findPages } from '../../scripts/lib/pages';
import { score } from '../../scripts/lib/score';
import { until, useBrowser } from './stage';

describe.each(BROWSERS)('badges in %s', (browser) => {
  const minnow = useBrowser(browser);

  test.each(['article.html', 'quote.html', 'watchlist.html', 'react.html', 'recipe.html'])(
    '%s: finds what the page means and nothing else',
    async (file) => {
      const { report, close } = await minnow.open(file);
      const scores = score(
        judge(findPages([`tests/pages/${file}`], process.cwd()), [report]),
        await smallCapTest(),
      );
      expect(report.errors).toEqual([]);
      expect(scores.wrong).toEqual([]);
      expect(scores.missed).toEqual([]);
      await close();
    },
  );

  test('a badge shows the score beside each small cap in view, and none beside a large one', async () => {
    const open = await minnow.open('watchlist.html');
    const enough = await open.badge('Carter Bankshares');
    expect(enough.score).toMatch(/^\d{1,3}$/);
    const labels = (await open.badges()).map(({ label }) => label);
    for (const name of ['Grocery Outlet', 'RealReal', 'Six Flags', 'Gladstone Commercial']) {
      expect(labels.some((label) => label.includes(name))).toBe(true);
    }
    for (const name of ['Microsoft', 'Coca-Cola']) {
      expect(labels.some((label) => label.includes(name))).toBe(false);
    }
    await open.close();
  });

  test('badges stand at their tickers', async () => {
    const open = await minnow.open('article.html');
    await open.page.evaluate(() =>
      document.querySelectorAll('h2')[1]!.scrollIntoView({ behavior: 'instant' }),
    );
    const { x, y } = await open.badge('Grocery Outlet');
    const { rect } = (await open.reportNow()).mentions.find(({ ticker }) => ticker === 'GO')!;
    const scrolled = await open.page.evaluate(() => window.scrollY);
    expect(Math.abs(x - (rect.x + rect.width))).toBeLessThan(rect.width);
    expect(Math.abs(y - (rect.y - scrolled))).toBeLessThan(rect.height);
    await open.close();
  });

  test('the quote page has a larger badge beside the name', async () => {
    const open = await minnow.open('quote.html');
    const badge = await until(
      async () => (await open.badges()).find(({ form }) => form === 'header'),
      'a badge in the header',
    );
    const name = await open.page.$eval('h1', (h1) => {
      const { top, bottom } = h1.getBoundingClientRect();
      return { top, bottom };
    });
    expect(badge.label).toContain('Enerpac');
    expect(badge.y + badge.height / 2).toBeGreaterThan(name.top);
    expect(badge.y + badge.height / 2).toBeLessThan(name.bottom);
    await open.close();
  });

  test.each([
    [
      'sends the browser elsewhere and stays',
      "<script>location.href = 'https://elsewhere.example/'</script>",
    ],
    ['loads itself again and again', '<script>location.reload()</script>'],
    ['asks before it lets go', '<script>alert(1); onbeforeunload = () => "x"</script>'],
    [
      'never stops changing',
      '<script>setInterval(() => document.body.append(document.createElement("p"), String(Math.random())), 5)</script>',
    ],
  ])('a page that %s is read', async (_, script) => {
    const open = await minnow.openMarkup(`<p>Enerpac Tool Group (NYSE: EPAC) stands here.</p>${script}`);
    expect(open.report.errors).toEqual([]);
    expect(open.report.mentions.map(({ ticker }) => ticker)).toContain('EPAC');
    await open.badge('Enerpac');
    await open.close();
  });
});
