import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { until, useBrowser } from './stage';

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
