import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CardData, ThesisView } from '../../lib/messages';
import { BROWSERS } from '../../scripts/lib/browsers';
import { CONNECTION_FAULTS, playedTo } from '../cache/faults';
import { axeFindings } from './axe';
import { liveOf, refreshed, setLive, useProviders } from './live-stage';
import { until, useBrowser } from './stage';

const textOf = (page: Page) => page.evaluate(() => document.body.textContent!);
const press = (page: Page, words: string) =>
  page.evaluate((start) => {
    const all = [...document.querySelectorAll<HTMLElement>('button')];
    all.find(({ textContent }) => textContent.trim().startsWith(start))!.click();
  }, words);

describe.each(BROWSERS)('live data in %s', (browser) => {
  const minnow = useBrowser(browser);
  const providers = useProviders();
  beforeEach(() => {
    providers.server.fault = undefined;
  });

  test('are off by default, and then nothing is asked', async () => {
    await setLive(minnow, { bases: providers.server.bases });
    const open = await minnow.open('article.html');
    expect((await open.badges()).length).toBeGreaterThan(0);
    await minnow.session.sendToBackground({ type: 'live-refresh' });
    await open.close();
    expect((await liveOf(minnow)).status.sources).toEqual([]);
    expect(providers.server.log).toEqual([]);
  });

  test('turned on in the options, they bring all sources up to date while the page shows how far they are', async () => {
    const options = await minnow.session.openExtensionPage('options.html');
    await until(async () => (await textOf(options)).includes('Live data are off'), 'the switch');
    await press(options, 'Live data are off');
    await until(async () => (await textOf(options)).includes('Live data are on'), 'the switch to be on');
    await until(async () => (await liveOf(minnow)).status.bytes > 0, 'the first data', 30_000);
    const { status } = await refreshed(minnow);
    expect(status.sources.map(({ id, state, problem }) => [id, state, problem])).toEqual(
      status.sources.map(({ id }) => [id, 'fresh', undefined]),
    );
    await until(async () => /✓\s*fresh/.test(await textOf(options)), 'the options to say so');
    expect(await textOf(options)).toContain('newest Nov 23, 2026');
    expect(await axeFindings(options)).toEqual([]);
    await options.setViewport({ width: 340, height: 800 });
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(340);
    await options.close();

    const { data, report } = await minnow.session.sendToBackground<ThesisView>({ type: 'thesis' });
    expect(data).toMatchObject({ state: 'ready', pricesAsOf: '2026-11-23', live: { state: 'fresh' } });
    expect(report!.signals.find(({ id }) => id === 'margin-gap')!.verdict).not.toBe('unknown');
    const popup = await minnow.session.openExtensionPage('popup.html');
    await until(
      async () => (await textOf(popup)).includes('Live data are up to date'),
      'the popup to say so',
    );
    expect(await axeFindings(popup)).toEqual([]);
    await until(
      () =>
        popup.evaluate(() =>
          [...document.querySelectorAll('button')].some(
            (one) => one.textContent === 'Refresh now' && !one.disabled,
          ),
        ),
      'the button',
    );
    await press(popup, 'Refresh now');
    await until(async () => /\d+ of \d+ sources done/.test(await textOf(popup)), 'the progress');
    await until(async () => (await textOf(popup)).includes('Refresh now'), 'the end of it', 60_000);
    expect(await textOf(popup)).toContain('Live data are up to date');
    await popup.close();
  }, 120_000);

  test('serve pages: badges are there, and a card carries the new date', async () => {
    const open = await minnow.open('article.html');
    await open.badge('Enerpac');
    const card = await minnow.session.sendToBackground<CardData>({ type: 'card', ticker: 'EPAC' });
    expect(card.stock!.provenance.asOf).toBe(providers.server.answers.day);
    await open.close();
  });

  test('one ticker is asked about only when its whole history is wanted', async () => {
    const about = () => providers.server.log.filter(({ url, body }) => `${url} ${body}`.includes('EPAC'));
    expect(about()).toEqual([]);
    const { words } = await minnow.session.sendToBackground<{ words: string }>({
      type: 'whole-history',
      ticker: 'EPAC',
    });
    expect(words).toMatch(/[\d,]+ closes from Feb 1, 1993 on, by Yahoo Finance\./);
    expect(about()).toHaveLength(1);
    const card = await minnow.session.sendToBackground<CardData>({ type: 'card', ticker: 'EPAC' });
    expect(card.stock!.days.length).toBeGreaterThan(8000);
    expect(card.stock!.provenance.source).toContain('Yahoo');
  }, 60_000);

  test('that fail say so and when they are tried again; what was held is served, and the next answer heals', async () => {
    const { server } = providers;
    server.answers.day += 1;
    server.fault = (_, response, __, provider) => {
      if (provider !== 'nasdaq') return false;
      response.writeHead(500).end();
      return true;
    };
    const failed = (await refreshed(minnow, { most: 1 })).status.sources.find(({ id }) => id === 'closes')!;
    expect(failed).toMatchObject({ state: 'failed', problem: 'The source has an error of its own (500).' });
    const card = await minnow.session.sendToBackground<CardData>({ type: 'card', ticker: 'SHAK' });
    expect(card.report.score).not.toBeNull();
    expect(card.data.live).toMatchObject({ state: 'failed' });
    const options = await minnow.session.openExtensionPage('options.html');
    await until(
      async () => /error of its own \(500\)\. Minnow tries again Nov \d+/.test(await textOf(options)),
      'the options to tell it',
    );
    expect(await axeFindings(options)).toEqual([]);
    await options.close();

    server.fault = undefined;
    expect((await refreshed(minnow)).status.sources.find(({ id }) => id === 'closes')).toMatchObject({
      state: 'fresh',
    });
  }, 120_000);

  test.each([
    ['a web page with status 200', 'A web page came instead of data'],
    ['429 with Retry-After', 'too many requests'],
    ['a connection that is reset half way', 'The connection failed or broke off.'],
    ['half of the answer', 'broke off'],
    ['nothing at all', 'The answer was empty.'],
    ['a body of 200 MB', 'longer than 4 MB'],
  ])(
    'a source that answers with %s is told as failed, and the next good answer heals it',
    async (what, words) => {
      const { server } = providers;
      const fred = async () => (await liveOf(minnow)).status.sources.find(({ id }) => id === 'fred-daily')!;
      const settled = () =>
        until(
          async () => !(await liveOf(minnow)).status.running && (await fred()),
          'the refresh to end',
          30_000,
        );
      const ask = () => minnow.session.sendToBackground({ type: 'live-refresh', only: ['fred-daily'] });
      server.answers.day += 1;
      server.fault = playedTo('fred', CONNECTION_FAULTS[what]!);
      const before = server.log.length;
      await ask();
      await until(async () => server.log.length > before, 'the source to be asked');
      const failed = await settled();
      expect(failed).toMatchObject({ state: 'failed' });
      expect(failed.problem).toContain(words);
      const { data } = await minnow.session.sendToBackground<ThesisView>({ type: 'thesis' });
      expect(data).toMatchObject({ state: 'ready', live: { state: 'failed' } });

      server.fault = undefined;
      if (what === '429 with Retry-After') {
        // A day later, which another source tells.
        server.answers.day += 1;
        await minnow.session.sendToBackground({ type: 'live-refresh', only: ['nfib'] });
        await settled();
      }
      await ask();
      await until(async () => (await fred()).state === 'fresh', 'the source to be fresh', 30_000);
    },
    120_000,
  );

  test('are woken by an alarm', async () => {
    const alarm = await minnow.session.hub.evaluate(
      () =>
        (
          globalThis as unknown as {
            chrome: { alarms: { get(name: string): Promise<{ scheduledTime: number }> } };
          }
        ).chrome.alarms.get('refresh') as never,
    );
    expect(alarm).toMatchObject({ periodInMinutes: 30 });
  });

  test('a key is tried and what came back is told in words; it is never shown again', async () => {
    const options = await minnow.session.openExtensionPage('options.html');
    await until(async () => (await textOf(options)).includes('Key for Tiingo'), 'the fields');
    await options.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#key-tiingo')!;
      for (let at = field.closest('details'); at; at = null) at.open = true;
      field.value = 'secret-key-1234';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await until(
      () => options.$eval('#key-tiingo ~ button', (button) => !(button as HTMLButtonElement).disabled),
      'the button',
    );
    await options.$eval('#key-tiingo ~ button', (button) => (button as HTMLElement).click());
    await until(async () => (await textOf(options)).includes('Saved.'), 'the key to be saved');
    await until(() => options.$('[aria-label="Try it: Key for Tiingo"]'), 'the button to try it');
    await press(options, 'Try it');
    await until(
      async () =>
        /Tiingo works: \d+ closes of IWM came back, the newest \$\d+\.\d\d of/.test(await textOf(options)),
      'the words',
    );
    const { headers, url } = providers.server.log.findLast(({ provider }) => provider === 'tiingo')!;
    expect(headers.authorization).toBe('Token secret-key-1234');
    expect(url).not.toContain('secret');
    const told = JSON.stringify([
      await liveOf(minnow),
      await minnow.session.sendToBackground({ type: 'settings-get' }),
    ]);
    expect(told).not.toContain('secret-key');
    expect(await options.content()).not.toContain('secret-key');
    expect(await axeFindings(options)).toEqual([]);
    await options.close();
  }, 60_000);

  test('tell in the options what was asked of whom, without keys or what was asked', async () => {
    const options = await minnow.session.openExtensionPage('options.html');
    const rows = () =>
      options.$$eval('.requests tbody tr', (all) => all.map(({ textContent }) => textContent));
    await until(async () => (await rows()).length > 10, 'the last requests');
    const told = (await rows()).join(' ');
    expect(told).toMatch(/127\.0\.0\.1:\d+.*answered/);
    expect(told).not.toMatch(/secret|apikey|IWM|frames/i);
    expect(await axeFindings(options)).toEqual([]);
    await press(options, 'Clear the list');
    await options.$eval('#privacy .asking button', (yes) => (yes as HTMLElement).click());
    await until(
      async () => (await textOf(options)).includes('None since the browser was started'),
      'an empty list',
    );
    await options.close();
  });

  test('cleared in the options, once asked, the data that came with the extension are served again', async () => {
    const options = await minnow.session.openExtensionPage('options.html');
    await until(async () => (await textOf(options)).includes('1 key kept'), 'what is on this device');
    await options.$$eval('#data button', (all) => {
      const first = all.find(({ textContent }) => textContent === 'Clear Live data');
      first!.click();
    });
    await until(
      async () => (await textOf(options)).includes('go back to the data that came with Minnow?'),
      'the question',
    );
    expect((await liveOf(minnow)).status.bytes).toBeGreaterThan(0);
    await options.$eval('#data .asking button', (yes) => (yes as HTMLElement).click());
    await until(async () => (await liveOf(minnow)).status.bytes === 0, 'nothing to be kept');
    await options.$$eval('#data button', (all) => {
      const second = all.find(({ textContent }) => textContent === 'Clear Your own keys');
      second!.click();
    });
    await until(() => options.$('#data .asking button'), 'the question');
    await options.$eval('#data .asking button', (yes) => (yes as HTMLElement).click());
    await until(async () => (await liveOf(minnow)).keys.length === 0, 'no key to be kept');
    await options.close();
    const { data } = await minnow.session.sendToBackground<ThesisView>({ type: 'thesis' });
    expect(data).toMatchObject({ state: 'ready', pricesAsOf: '2026-10-05' });
    expect((await liveOf(minnow)).status.bytes).toBe(0);
  });
});
