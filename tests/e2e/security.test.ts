import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { asks, FROM_PAGES } from '../../lib/background/asks';
import { t } from '../../lib/i18n';
import type { CardData, LiveView, SettingsView } from '../../lib/messages';
import { BROWSERS } from '../../scripts/lib/browsers';
import { setLive, useProviders } from './live-stage';
import { hover, type OpenPage, type Stage, until, useBrowser } from './stage';

const KEY = 'tk-5f0c2d9a77b1';
const NOTE = 'a note of the reader';
const SECRETS = [KEY, NOTE, 'SHAK', 'switched-off.example'];

/** Listens from the first moment for whatever a page can hear of an extension. */
const SPY = `
  window.heard = [];
  for (const type of ['message', 'messageerror', 'storage', 'error', 'securitypolicyviolation']) {
    addEventListener(type, (event) => heard.push(type + ' ' + String(event.data ?? event.message ?? event.blockedURI)), true);
  }
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) { heard.push('dispatched ' + event.type); return dispatch.call(this, event); };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...init) { heard.push('shadow ' + this.localName); return attach.apply(this, init); };
  window.before = Object.getOwnPropertyNames(window);
`;
const spied = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><script>${SPY}</script>${body}`;
const EPAC = '<p>Enerpac Tool Group (NYSE: EPAC) stands here.</p>';

/** Keys, a watched stock and a site that is off: what no page may learn. */
async function plant(minnow: Stage): Promise<void> {
  const send = (message: object) =>
    minnow.session.sendToBackground<{ failure?: string; error?: string }>(message);
  const answers = [
    await send({ type: 'live-key', name: 'tiingo', key: KEY }),
    await send({
      type: 'watchlist-put',
      entry: { ticker: 'SHAK', note: NOTE, added: '2026-11-23', above: 500, below: 1 },
    }),
  ];
  for (const { failure, error } of answers) expect([failure, error]).toEqual([undefined, undefined]);
  await minnow.set({ sites: { added: [], off: ['switched-off.example'] } });
}

/** Everything of Minnow's that a page can come by. */
async function probe(page: Page, origin: string): Promise<Record<string, unknown>> {
  return page.evaluate(async (own) => {
    const spy = window as unknown as { heard: string[]; before: string[] };
    const runtime = (globalThis as { chrome?: { runtime?: object } }).chrome?.runtime;
    const files = [
      'manifest.json',
      'popup.html',
      'overlay.js',
      'card.js',
      'icons/16.png',
      'data/manifest.json',
    ];
    const got: string[] = [];
    for (const file of files) {
      await fetch(`${own}${file}`).then(
        () => got.push(`fetch ${file}`),
        () => {},
      );
      await new Promise<void>((done) => {
        const element = Object.assign(document.createElement(file.endsWith('.js') ? 'script' : 'img'), {
          onload: () => done(void got.push(`load ${file}`)),
          onerror: () => done(),
          src: `${own}${file}`,
        });
        document.head.append(element);
      });
    }
    const frame = Object.assign(document.createElement('iframe'), { src: `${own}popup.html` });
    const framed = new Promise((done) => {
      frame.onload = done;
      setTimeout(done, 1500);
    });
    document.body.append(frame);
    await framed;
    let inside: unknown;
    try {
      inside = frame.contentWindow?.document.body?.textContent;
    } catch {
      inside = '';
    }
    frame.remove();
    window.postMessage({ type: 'settings-get' }, '*');
    document.dispatchEvent(new CustomEvent('minnow', { detail: { type: 'live-keys' } }));
    await new Promise((done) => setTimeout(done, 300));
    const hosts = [...document.querySelectorAll('minnow-badges, minnow-card')];
    return {
      got,
      inside,
      runtime: Object.keys(runtime ?? {}),
      heard: spy.heard.filter((one) => !/^(?:error undefined|message \[object|dispatched minnow)/.test(one)),
      globals: Object.getOwnPropertyNames(window).filter((name) => /minnow/i.test(name)),
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      cookies: document.cookie,
      databases: (await indexedDB.databases()).map(({ name }) => name),
      shadows: hosts.filter((host) => host.shadowRoot).length,
      insides: hosts
        .map((host) => host.outerHTML)
        .filter((one) => !/^<minnow-(badges|card)[^>]*><\/minnow-\1>$/.test(one)),
      hosts: [...new Set(hosts.map(({ localName }) => localName))].sort(),
      marks: [...CSS.highlights.keys()].sort(),
      sheets: document.adoptedStyleSheets.map((sheet) =>
        [...sheet.cssRules].map(({ cssText }) => cssText).join('\n'),
      ),
      resources: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => !name.startsWith(own) && /extension:/.test(name)),
    };
  }, origin);
}

const originOf = (minnow: Stage) => minnow.session.hub.evaluate(() => new URL('/', location.href).href);

describe.each(BROWSERS)('a hostile page in %s', (browser) => {
  const minnow = useBrowser(browser);
  const providers = useProviders();

  test('without a small cap finds no trace that Minnow is installed', async () => {
    await plant(minnow);
    const open = await minnow.openMarkup(spied('<p>Words about the weather.</p>'));
    const seen = await probe(open.page, await originOf(minnow));
    expect(seen).toMatchObject({ got: [], runtime: [], heard: [], globals: [], databases: [] });
    expect(seen).toMatchObject({ hosts: [], marks: [], sheets: [], resources: [] });
    expect(seen.inside || '').toBe('');
    await open.close();
  });

  test('with one sees empty elements, names of marks and their colors, and nothing of the reader’s', async () => {
    const open = await minnow.openMarkup(spied(EPAC));
    await hover(open.page, await open.badge('Enerpac'));
    await until(() => open.card(), 'the card');
    const seen = await probe(open.page, await originOf(minnow));
    expect(seen).toMatchObject({ got: [], runtime: [], heard: [], globals: [], databases: [] });
    expect(seen).toMatchObject({ shadows: 0, insides: [], resources: [] });
    // What a page can see, and docs/security.md says so.
    expect(seen.hosts).toEqual(['minnow-badges', 'minnow-card']);
    expect(seen.marks).not.toEqual([]);
    for (const name of seen.marks as string[]) expect(name).toMatch(/^minnow-[a-z]+(?:-[a-z]+)*$/);
    for (const secret of SECRETS) expect(JSON.stringify(seen)).not.toContain(secret);
    await open.close();
  });

  test('cannot press what is on the card, nor make the background ask anyone', async () => {
    await setLive(minnow, { on: true, bases: providers.server.bases });
    await until(
      async () => !(await minnow.session.sendToBackground<LiveView>({ type: 'live-get' })).status.running,
      'the first refresh to end',
      60_000,
    );
    const open = await minnow.openMarkup(spied(EPAC));
    await hover(open.page, await open.badge('Enerpac'));
    await until(() => open.card(), 'the card');
    const before = providers.server.log.length;
    await open.page.evaluate(async () => {
      const events = [
        'pointerdown',
        'pointerup',
        'mousedown',
        'mouseup',
        'click',
        'keydown',
        'keyup',
        'focusin',
      ];
      for (const host of document.querySelectorAll<HTMLElement>('minnow-badges, minnow-card')) {
        const box = host.getBoundingClientRect();
        for (let y = box.top; y <= box.bottom; y += 6) {
          const at = document.elementFromPoint(box.left + box.width / 2, y) ?? host;
          for (const type of events) {
            const init = {
              bubbles: true,
              composed: true,
              clientX: box.left + box.width / 2,
              clientY: y,
              key: 'Enter',
            };
            at.dispatchEvent(
              type.startsWith('key') ? new KeyboardEvent(type, init) : new MouseEvent(type, init),
            );
          }
          (at as HTMLElement).click();
        }
        host.focus();
      }
      for (const message of [
        { type: 'whole-history', ticker: 'EPAC' },
        { type: 'live-refresh' },
        { type: 'live-set', patch: { feedUrl: `${location.origin}/feed` } },
      ]) {
        window.postMessage(message, '*');
        new BroadcastChannel('minnow').postMessage(message);
      }
      await new Promise((done) => setTimeout(done, 1000));
    });
    const about = providers.server.log
      .slice(before)
      .filter(({ url, body }) => `${url} ${body}`.includes('EPAC'));
    expect(about).toEqual([]);
    const { settings } = await minnow.session.sendToBackground<LiveView>({ type: 'live-get' });
    expect(settings.feedUrl).toBe('');
    const kept = await minnow.session.sendToBackground<SettingsView>({ type: 'settings-get' });
    expect(kept.settings.corrections).toEqual([]);
    await setLive(minnow, { on: false });
    await open.close();
  }, 120_000);

  test('puts markup into names, links and titles, which stays text', async () => {
    const evil = '&lt;img src=x onerror="window.owned=1"&gt;';
    const open = await minnow.openMarkup(
      `<!doctype html><title>${evil}</title><script type="application/ld+json">{"@type":"Corporation","name":"<img src=x onerror='window.owned=1'>","tickerSymbol":"NYSE: EPAC"}</script>
      <p>${evil}Enerpac Tool Group (NYSE: EPAC) ${evil} stands here, by $EPAC${evil}.</p>
      <a href="https://finance.yahoo.com/quote/EPAC?x=%3Cscript%3E">${evil}EPAC</a>`,
    );
    await hover(open.page, await open.badge('Enerpac'));
    await until(async () => ((await open.card())?.factors ?? 0) > 0, 'the card');
    const popup = await minnow.session.openExtensionPage('popup.html');
    await until(() => popup.evaluate(() => /Enerpac/.test(document.body.textContent)), 'the list');
    for (const page of [open.page, popup]) {
      expect(await page.evaluate(() => (window as unknown as { owned?: number }).owned)).toBeUndefined();
    }
    expect(
      await popup.evaluate(() => document.querySelectorAll('img[src="x"], script:not([src])').length),
    ).toBe(0);
    const lookup = await minnow.session.openExtensionPage('lookup.html');
    await until(async () => {
      // The page may not listen yet.
      await minnow.session.hub.evaluate(
        (text) =>
          (
            globalThis as unknown as {
              chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
            }
          ).chrome.runtime.sendMessage({ type: 'show-look-up', text }) as never,
        '<img src=x onerror="window.owned=1"> EPAC',
      );
      return lookup.evaluate(() => /EPAC/.test(document.body.textContent));
    }, 'what was looked up');
    expect(await lookup.evaluate(() => document.querySelectorAll('img[src="x"]').length)).toBe(0);
    await Promise.all([popup.close(), lookup.close(), open.close()]);
  });
});

describe.each(BROWSERS)('a script of Minnow’s in a page, were it taken over, in %s', (browser) => {
  const minnow = useBrowser(browser);
  /** Sends a message as the script in the page can. */
  const say = (open: OpenPage, message: object) =>
    open.runBeside(
      (body) =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
        ).chrome.runtime.sendMessage(body),
      message,
    ) as Promise<unknown>;

  test('is refused whatever only the extension’s own pages may ask', async () => {
    await plant(minnow);
    const open = await minnow.openMarkup(spied(EPAC));
    await open.badge('Enerpac');
    const closed = (Object.keys(asks) as (keyof typeof asks)[]).filter((type) => !FROM_PAGES.has(type));
    expect(closed.length).toBeGreaterThan(20);
    for (const type of closed) {
      expect(await say(open, { type, tickers: [], patch: {}, text: '', name: 'tiingo', key: '' })).toEqual({
        failure: 'Web pages may not ask this.',
      });
    }
    expect((await minnow.session.sendToBackground<{ keys: object }>({ type: 'live-keys' })).keys).toEqual({
      tiingo: KEY,
    });
    await open.close();
  });

  test('cannot open the session’s storage or the databases of the extension', async () => {
    const open = await minnow.openMarkup(spied(EPAC));
    await open.badge('Enerpac');
    const seen = await open.runBeside(async () => {
      type Area = { get(key: null): Promise<object> };
      const { storage } = (globalThis as unknown as { chrome: { storage: Record<string, Area | undefined> } })
        .chrome;
      const read = (area?: Area) => Promise.resolve(area?.get(null)).catch(() => undefined);
      return {
        session: await read(storage.session).catch(() => undefined),
        local: await read(storage.local).catch(() => undefined),
        databases: (await indexedDB.databases()).map(({ name }) => name),
      };
    });
    expect(seen.session ?? {}).toEqual({});
    expect(seen.databases).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain(KEY);
    // Only Chrome closes the area of settings and lists to scripts in pages too.
    if (browser === 'chromium') expect(seen.local ?? {}).toEqual({});
    await open.close();
  });
});

describe.each(BROWSERS)('Minnow without what it asks for, in %s', (browser) => {
  const minnow = useBrowser(browser, (folder) => {
    const file = join(folder, 'manifest.json');
    const { host_permissions: _, content_scripts: __, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...rest, host_permissions: ['*://*.reuters.com/*'] }));
  });
  const textOf = (page: Page) => page.evaluate(() => document.body.textContent);

  test('works and says what it lacks', async () => {
    await setLive(minnow, { on: true });
    await minnow.set({ alerts: { signal: true, band: false, record: false, level: false } });
    const { settings, status } = await minnow.session.sendToBackground<LiveView>({ type: 'live-get' });
    expect([settings.on, status.on]).toEqual([true, false]);
    const options = await minnow.session.openExtensionPage('options.html');
    const says = (words: string) =>
      until(async () => (await textOf(options)).includes(words), `the options to say “${words}”`);
    await says(t('options.live.noAccess'));
    await says(t('alerts.notAllowed'));
    const popup = await minnow.session.openExtensionPage('popup.html');
    await until(async () => (await textOf(popup)).includes('IWM'), 'the thesis all the same');
    const card = await minnow.session.sendToBackground<CardData>({ type: 'card', ticker: 'EPAC' });
    expect(card.report.score).not.toBeNull();
    const requests = await minnow.session.sendToBackground<{ requests: unknown[] }>({ type: 'requests-get' });
    expect(requests.requests).toEqual([]);
    await Promise.all([options.close(), popup.close()]);
  });
});

/** Gives a company a name with markup in it, in a data set that is sound in every other way, as a hostile feed can. */
function renameByFeed(folder: string): void {
  const data = (file: string) => join(folder, 'data', file);
  const sha = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
  const text = readFileSync(data('universe.tsv'), 'utf8').replace(/^EPAC\t[^\t]*/m, `EPAC\t${EVIL_NAME}`);
  writeFileSync(data('universe.tsv'), text);
  const manifest = JSON.parse(readFileSync(data('manifest.json'), 'utf8'));
  for (const { files } of manifest.parts) {
    for (const one of files) {
      if (one.file === 'universe.tsv')
        Object.assign(one, { bytes: Buffer.byteLength(text), sha256: sha(text) });
    }
  }
  writeFileSync(
    data('manifest.json'),
    JSON.stringify({ ...manifest, sha256: sha(JSON.stringify(manifest.parts)) }),
  );
}
const EVIL_NAME = `<img src=x onerror="globalThis.owned=1"><b>Enerpac`;

describe.each(BROWSERS)('a feed with markup in a name, in %s', (browser) => {
  const minnow = useBrowser(browser, renameByFeed);

  test('is shown as text on the card, in the popup, on the board and in the look-up', async () => {
    const open = await minnow.openMarkup(
      '<!doctype html><title>Page</title><p>The stock (NYSE: EPAC) rose.</p>',
    );
    await hover(open.page, await open.badge('Enerpac'));
    const card = await until(() => open.card(), 'the card');
    await until(async () => (await open.card())?.text.includes('<img src=x'), 'the name as text');
    expect(card.label).toContain('<');
    expect((await open.cardSource()).markup).not.toMatch(/<img\b|<b>Enerpac/);
    for (const [path, ready] of [
      ['popup.html', 'EPAC'],
      ['sidepanel.html', ''],
      ['lookup.html', ''],
    ] as const) {
      const page = await minnow.session.openExtensionPage(path);
      if (path === 'sidepanel.html') await search(page, 'input[type="search"]', 'EPAC');
      if (path === 'lookup.html') await search(page, 'input', 'EPAC');
      await until(
        () => page.evaluate(() => document.body.textContent.includes('<img src=x')),
        `the name as text in ${path} ${ready}`,
      );
      expect(await page.evaluate(() => document.querySelectorAll('img[src="x"]').length)).toBe(0);
      expect(await page.evaluate(() => (globalThis as unknown as { owned?: number }).owned)).toBeUndefined();
      await page.close();
    }
    expect(
      await open.runBeside(() => (globalThis as unknown as { owned?: number }).owned ?? null),
    ).toBeNull();
    await open.close();
  });

  const search = async (page: Page, selector: string, words: string) => {
    await until(() => page.$(selector), 'the search');
    await page.type(selector, words);
    await page.keyboard.press('Enter');
  };
});
