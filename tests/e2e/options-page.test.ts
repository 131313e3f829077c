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

/** Chooses a file of some text, as the browser's own dialog would. */
const choose = (page: Page, name: string, text: string) =>
  page.$eval(
    '#import-file',
    (field, title, content) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], title, { type: 'application/json' }));
      (field as HTMLInputElement).files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
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

  test('hold to them in the dark too', async () => {
    await minnow.set({ theme: 'dark' });
    const options = await openOptions(minnow);
    await options.$$eval('details', (all) => {
      for (const one of all) one.open = true;
    });
    expect(await axeFindings(options)).toEqual([]);
    const smallest = await options.$$eval('body *', (all) =>
      Math.min(
        ...all
          .filter((one) =>
            [...one.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent!.trim()),
          )
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      ),
    );
    expect(smallest).toBeGreaterThanOrEqual(12);
    await minnow.set({ theme: 'auto' });
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

  test('remove a correction', async () => {
    await minnow.set({ corrections: [{ ticker: 'GO', surface: 'go', scope: 'everywhere' }] });
    const options = await openOptions(minnow);
    expect(await textOf(options)).toContain('GO is not meant by “go” on any page');
    await click(options, '#corrections button', 'Remove');
    await until(async () => (await kept(minnow)).corrections.length === 0, 'the correction to go');
    await options.close();
  });

  test('find what is typed, say so when nothing is, and are reached by “/”', async () => {
    const options = await openOptions(minnow);
    await options.keyboard.press('/');
    await options.keyboard.type('color-blind');
    const shown = () =>
      options.$$eval('main section', (all) =>
        all.filter((one) => one.getClientRects().length > 0).map(({ id }) => id),
      );
    await until(async () => String(await shown()) === 'badges', 'the one section that has it');
    expect(await options.$eval('#search-said', (said) => said.textContent)).toBe('1 option found');
    expect(await axeFindings(options)).toEqual([]);
    await options.keyboard.type(' zebra');
    await until(
      async () => (await textOf(options)).includes('No option has the words “color-blind zebra”'),
      'no hit',
    );
    await options.keyboard.press('Escape');
    await until(async () => (await shown()).length > 6, 'everything again');
    await options.close();
  });

  test('undo several changes, by the bar and by Ctrl+Z', async () => {
    const options = await openOptions(minnow);
    const bar = () => options.$eval('.undo-bar', (one) => one.textContent!);
    await click(options, '#badges label', 'Large');
    await until(async () => (await bar()).includes('Changed: Size of the badge'), 'the first change');
    await click(options, '#sites .switch', 'Barron');
    await until(async () => (await bar()).includes("Changed: Barron's"), 'the second change');
    expect(await kept(minnow)).toMatchObject({
      badges: { size: 'large' },
      sites: { off: [expect.stringContaining('barrons')] },
    });
    expect(await axeFindings(options)).toEqual([]);
    await click(options, '.undo-bar button', 'Undo');
    await until(async () => (await kept(minnow)).sites.off.length === 0, 'the second change to go');
    await options.keyboard.down('Control');
    await options.keyboard.press('z');
    await options.keyboard.up('Control');
    await until(async () => (await kept(minnow)).badges.size === 'normal', 'the first change to go');
    expect(await bar()).toContain('Undone: Size of the badge');
    await options.close();
  });

  test('take another threshold and figures of the user, which move the score at once', async () => {
    const options = await openOptions(minnow);
    const before = await todayOf(options);
    await options.$eval('#thesis details', (one) => {
      (one as HTMLDetailsElement).open = true;
    });
    await options.$$eval('.corners', (all) => {
      const found = all.find((one) => one.textContent.startsWith('Breakout'))!;
      const field = found.querySelector('input')!;
      field.value = '-100';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await until(async () => (await todayOf(options)) !== before, 'another score');
    expect((await kept(minnow)).thesis.thresholds).toEqual({ 'breakout/0': [-100, 0] });

    const enter = (label: string, value: string) =>
      options.$$eval(
        '.consensus label',
        (all, wanted, text) => {
          const field = all.find((one) => one.textContent.startsWith(wanted))!.querySelector('input')!;
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        label,
        value,
      );
    await enter('Earnings growth of the Russell', '30');
    await until(
      async () => (await textOf(options)).includes('only of use with that of the other'),
      'what is missing',
    );
    await enter('Earnings growth of the S&P', '12');
    await enter('Date of the figures', '2026-10-02');
    await enter('Source of the figures', 'A weekly of mine');
    await until(
      async () =>
        /Forecasts of .*2026 see earnings.*A weekly of mine/s.test(
          await options.$eval('.readings', (one) => one.textContent!),
        ),
      'the signal that stands on them',
    );
    await click(options, '#thesis button', "Back to the article's defaults");
    await until(async () => (await todayOf(options)) === before, 'the score as it was');
    await options.close();
  });

  test('save a file, take it elsewhere after a look at it, and take that back', async () => {
    await minnow.set({ theme: 'dark', sites: { off: [], added: ['example.com'] } });
    const options = await openOptions(minnow);
    await options.evaluate(() => {
      const made = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => {
        (blob as Blob).text().then((text) => {
          document.documentElement.dataset.file = text;
        });
        return made(blob);
      };
    });
    await click(options, '#transfer button', 'Save a file');
    const file = await until(() => options.evaluate(() => document.documentElement.dataset.file), 'the file');
    expect(JSON.parse(file)).toMatchObject({
      format: 'minnow-options',
      version: 1,
      parts: { options: { theme: 'dark' }, live: { on: false } },
    });
    expect(JSON.parse(file).parts).not.toHaveProperty('keys');

    await minnow.set({ theme: 'auto', sites: { off: [], added: [] } });
    await choose(options, 'damaged.json', file.slice(0, 100));
    await until(async () => (await textOf(options)).includes('damaged.json was not imported'), 'the refusal');
    await choose(options, 'options.json', file);
    await until(async () => (await textOf(options)).includes('Your own sites: 1 more'), 'what would change');
    expect(await textOf(options)).toContain('Minnow is silent there until you give access');
    expect(await axeFindings(options)).toEqual([]);
    await click(options, '#transfer label', 'Replace what is here');
    await until(
      async () => (await textOf(options)).includes('Theme of cards and of these pages: changes'),
      'the theme',
    );
    await click(options, '#transfer .preview button', 'Import');
    await until(async () => (await kept(minnow)).theme === 'dark', 'the import');
    expect((await kept(minnow)).sites.added).toEqual(['example.com']);
    await click(options, '.undo-bar button', 'Undo');
    await until(async () => (await kept(minnow)).theme === 'auto', 'what was before');
    expect((await kept(minnow)).sites.added).toEqual([]);
    await options.close();
  });

  test('say which hosts can be asked, and that none was', async () => {
    const options = await openOptions(minnow);
    const privacy = await options.$eval('#privacy', (one) => one.textContent!);
    expect(privacy).toMatch(
      /Live data are off, so none is asked.*api\.nasdaq\.com.*None since the browser was started/s,
    );
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
