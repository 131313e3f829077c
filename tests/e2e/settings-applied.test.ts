import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { hover, until, useBrowser } from './stage';

describe.each(BROWSERS)('the options in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('switched off, Minnow leaves open tabs at once; switched on, it comes back', async () => {
    const open = await minnow.open('article.html');
    await open.badge('Enerpac');
    const options = await minnow.session.openExtensionPage('options.html');
    const main = await options.waitForSelector('#sites button[role="switch"]');
    const hosts = () => open.page.$$eval('minnow-badges', (all) => all.length);

    await main!.evaluate((button) => (button as HTMLButtonElement).click());
    await until(async () => (await hosts()) === 0, 'every badge to go');
    expect((await open.reportNow()).mentions).toEqual([]);

    await main!.evaluate((button) => (button as HTMLButtonElement).click());
    await open.badge('Enerpac');
    await options.close();
    await open.close();
  });

  test('a band that is not wanted is gone from open tabs at once, and the choice is kept', async () => {
    const open = await minnow.open('watchlist.html');
    await open.badge('Carter Bankshares');
    const verdicts = async () => new Set((await open.badges()).map(({ verdict }) => verdict));
    expect(await verdicts()).toContain('supports');
    expect(await verdicts()).toContain('against');

    const options = await minnow.session.openExtensionPage('options.html');
    const against = await options.waitForSelector(
      '#badges fieldset div:nth-of-type(3) button[role="switch"]',
    );
    await against!.evaluate((button) => (button as HTMLButtonElement).click());
    await until(async () => !(await verdicts()).has('against'), 'the badges against to go');
    expect(await verdicts()).toContain('supports');
    await options.close();
    await open.close();

    const again = await minnow.open('watchlist.html');
    await again.badge('Carter Bankshares');
    expect((await again.badges()).map(({ verdict }) => verdict)).not.toContain('against');
    await minnow.set({ badges: { bands: { supports: true, neutral: true, against: true } } });
    await again.close();
  });

  test('size, quiet form, underline and lowest score change the open tab at once', async () => {
    const open = await minnow.open('watchlist.html');
    await open.badge('Carter Bankshares');
    const bands = { supports: true, neutral: true, against: true };
    const first = async () => (await open.badges())[0];
    const before = (await first())!;

    await minnow.set({ badges: { bands, size: 'large' } });
    await until(async () => ((await first())?.height ?? 0) > before.height * 1.2, 'a larger badge');

    await minnow.set({ badges: { bands, quiet: true } });
    await until(async () => (await first())?.form === 'dot', 'the quiet form');
    const dot = (await first())!;
    await hover(open.page, dot);
    await until(async () => ((await first())?.width ?? 0) > dot.width * 1.5, 'the score under the pointer');
    await open.page.mouse.move(1, 1);

    await minnow.set({ badges: { bands, place: 'underline' } });
    await until(async () => (await open.badges()).length === 0, 'every badge to go');
    expect((await open.marks()).length).toBeGreaterThan(0);
    expect((await open.reportNow()).mentions.some(({ badge }) => badge)).toBe(false);
    const [mark] = await open.marks();
    await hover(open.page, mark!.lines[0]!);
    await until(() => open.card(), 'the card of an underlined name');
    await open.page.mouse.move(1, 1);

    await minnow.set({ badges: { bands, minScore: 60 } });
    await until(async () => {
      const scores = (await open.badges()).map(({ score }) => Number(score));
      return scores.length > 0 && scores.every((score) => score >= 60);
    }, 'high scores only');
    await minnow.set({ badges: { bands } });
    await until(async () => (await first())?.height === before.height, 'the badges as they were');
    await open.close();
  });

  test('the larger badge of a quote page goes with badges that are not wanted, and comes back', async () => {
    const open = await minnow.open('quote.html');
    const forms = async () => (await open.badges()).map(({ form }) => form);
    await until(async () => (await forms()).includes('header'), 'the larger badge');
    const bands = { supports: true, neutral: true, against: true };
    await minnow.set({ badges: { bands, place: 'underline' } });
    await until(async () => (await forms()).length === 0, 'every badge to go');
    await minnow.set({ badges: { bands } });
    await until(async () => (await forms()).includes('header'), 'the larger badge again');
    // Changed back before the page was read anew
    await minnow.set({ badges: { bands, place: 'underline' } });
    await minnow.set({ badges: { bands } });
    await until(async () => (await forms()).includes('header'), 'the larger badge at once');
    await open.close();
  });

  test('all US stocks get a badge where the user wants it', async () => {
    const open = await minnow.openMarkup(
      '<!doctype html><title>Markets</title><p>Shares of Enerpac (NYSE: EPAC) and of Apple (NASDAQ: AAPL) rose on Nasdaq.',
    );
    await open.badge('Enerpac');
    expect(await open.badges()).toHaveLength(1);
    const bands = { supports: true, neutral: true, against: true };
    await minnow.set({ badges: { bands, companies: 'all' } });
    await open.badge('Apple');
    await minnow.set({ badges: { bands } });
    await until(async () => (await open.badges()).length === 1, 'the small cap alone');
    await open.close();
  });

  test('other weights change the scores of the open tab', async () => {
    const open = await minnow.open('watchlist.html');
    await open.badge('Carter Bankshares');
    const { settings } = await minnow.session.sendToBackground<{ settings: { thesis: object } }>({
      type: 'settings-get',
    });
    const score = async () =>
      (await open.reportNow()).mentions.find(({ ticker }) => ticker === 'CARE')?.score ?? undefined;
    const before = await score();
    await minnow.set({ thesis: { ...settings.thesis, thesisShare: 1 } as never });
    await until(async () => {
      const now = await score();
      return now !== undefined && now !== before;
    }, 'another score');
    await minnow.set({ thesis: settings.thesis as never });
    await until(async () => (await score()) === before, 'the first score again');
    await open.close();
  });
});
