import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { SettingsView } from '../../lib/messages';
import { DEFAULT_SETTINGS } from '../../lib/settings/defaults';
import { BROWSERS } from '../../scripts/lib/browsers';
import { axeFindings } from './axe';
import { type Stage, until, useBrowser } from './stage';

const textOf = (page: Page) => page.evaluate(() => document.body.textContent!);
const todayOf = (page: Page) => page.$eval('.today', (today) => today.textContent!);
const kept = async (minnow: Stage) =>
  (await minnow.session.sendToBackground<SettingsView>({ type: 'settings-get' })).settings;

async function openOptions(minnow: Stage): Promise<Page> {
  const options = await minnow.session.openExtensionPage('options.html');
  await until(async () => {
    const text = await textOf(options);
    return text.includes('own fit') && text.includes('Index prices');
  }, 'today’s scores and the parts of the data');
  return options;
}

/** Types into the field of a label, as `input` events tell it. */
const type = (page: Page, label: string, text: string) =>
  page.evaluate(
    (wanted, value) => {
      const found = [...document.querySelectorAll('label')].find(
        ({ textContent }) => textContent === wanted,
      )!;
      const field = document.getElementById(found.htmlFor) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    label,
    text,
  );

/** Clicks the first element of a kind that starts with some words. */
const click = (page: Page, kind: string, words: string) =>
  page.evaluate(
    (selector, start) => {
      const all = [...document.querySelectorAll<HTMLElement>(selector)];
      all.find(({ textContent }) => textContent.trim().startsWith(start))!.click();
    },
    kind,
    words,
  );

describe.each(BROWSERS)('the options in %s', (browser) => {
  const minnow = useBrowser(browser);

  test.each([1100, 340])('hold to the rules of accessibility and fit a window of %i px', async (width) => {
    const options = await openOptions(minnow);
    await options.setViewport({ width, height: 800 });
    expect(await axeFindings(options)).toEqual([]);
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await options.close();
  });

  test('save a weight at once, show what it does, and lead back to the defaults', async () => {
    const options = await openOptions(minnow);
    const before = await todayOf(options);
    await type(options, 'Weight of Rate cuts', '9');
    await until(async () => (await todayOf(options)) !== before, 'another score');
    expect((await kept(minnow)).thesis.signalWeights['rate-cuts']).toBe(9);
    await click(options, 'button', 'Back to the article');
    await until(async () => (await todayOf(options)) === before, 'the score as it was');
    expect((await kept(minnow)).thesis).toEqual(DEFAULT_SETTINGS.thesis);
    await options.close();
  });

  test('say beside the field what is wrong, keep what was typed and save nothing', async () => {
    const options = await openOptions(minnow);
    await type(options, 'Weight of Breakout', '40');
    await type(options, 'From', '5000');
    await until(
      async () => /from 0 to 10\..*lower bound must be below/s.test(await textOf(options)),
      'both errors',
    );
    const wrong = await options.$$eval('[aria-invalid=true]', (fields) =>
      fields.map((field) => (field as HTMLInputElement).value),
    );
    expect(wrong).toEqual(['40', '5000']);
    expect((await kept(minnow)).thesis).toEqual(DEFAULT_SETTINGS.thesis);
    expect(await axeFindings(options)).toEqual([]);
    await options.close();
  });

  test('show how far the scores move with each choice', async () => {
    const options = await openOptions(minnow);
    await click(options, '.sensitivity summary', 'How much hangs');
    await until(async () => (await textOf(options)).includes("Today's score of EPAC"), 'both tables');
    const row = await options.$$eval('.changes-table tr', (all) =>
      all.map((one) => one.textContent).find((text) => text.startsWith('Weight of Valuation premium')),
    );
    // A signal that stands below the score lifts it when it counts less.
    expect(row).toMatch(/^Weight of Valuation premium\+\d\.\d−\d\.\d$/);
    expect(await axeFindings(options)).toEqual([]);
    await options.close();
  });

  test('undo a correction', async () => {
    await minnow.set({ corrections: [{ ticker: 'GO', surface: 'go', scope: 'everywhere' }] });
    const options = await openOptions(minnow);
    expect(await textOf(options)).toContain('GO is not meant by “go” on any page');
    await click(options, '#corrections button', 'Undo');
    await until(async () => (await kept(minnow)).corrections.length === 0, 'the correction to go');
    await options.close();
  });

  test('refuse what is no site', async () => {
    const options = await openOptions(minnow);
    await type(options, 'Add a site', 'not a site');
    await click(options, 'form button', 'Add');
    await until(async () => (await textOf(options)).includes('“not a site” is not a site'), 'the error');
    await options.close();
  });
});
