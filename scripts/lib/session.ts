import { type Browser, launch, type Page } from 'puppeteer-core';
import type { TabReport } from '../../lib/messages';
import { type FrameReport, mergeReports } from '../../lib/popup/merge-reports';
import type { BrowserName } from './browsers';

/** Firefox gives every installation its own id; a fixed one lets us open the extension's pages. */
const FIREFOX_ID = 'minnow@minnow.invalid';
const FIREFOX_UUID = '5a1f6f0e-3c1b-4a53-9e3e-7d2d0b6a1c11';
/** The quietest of the extension's pages: it asks nothing of the tabs. */
const HUB = 'options.html';
const VIEWPORT = { width: 1280, height: 900 };

/** A window of its own, so that nothing on the page waits for it to come to the front. */
export interface Tab {
  /** The browser's number of the tab, as the extension knows it. */
  id: number;
  page: Page;
}

export interface SessionOptions {
  browser: BrowserName;
  program: string;
  /** Folder of the unpacked extension; without one the browser runs bare. */
  extension?: string;
  headless: boolean;
  colorScheme?: 'light' | 'dark';
  /** The browser's language and country, "en-US" by default. Chromium speaks it only where it has the texts. */
  language?: string;
}

/** A browser with a fresh profile and the extension in it. */
export interface Session {
  browser: Browser;
  name: BrowserName;
  /** The extension's own page through which messages are sent. Throws when the browser runs without it. */
  readonly hub: Page;
  newTab(): Promise<Tab>;
  /** Sends a message to a tab's page as one of the extension's own pages would; rejects when nothing there listens. */
  sendToTab<T>(tab: number, message: unknown): Promise<T>;
  /** What the extension found in a tab and its frames. Rejects when nothing in the tab listens. */
  reportOf(tab: number): Promise<TabReport>;
  /** Sends a message to the extension's background. */
  sendToBackground<T>(message: unknown): Promise<T>;
  /** Runs a function, which must not refer to anything outside itself, in the tab beside the extension's script. */
  runInTab<A extends unknown[], T>(tab: number, run: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Stops the background script as the browser does when it is idle; only Chromium can be told to. */
  stopBackground(): Promise<void>;
  /** The browser's id of the extension. */
  readonly extensionId: string | undefined;
  /** Opens a page of the extension, e.g. "popup.html", in a window of its own. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** What the extension's pages offer and this module uses. */
interface ExtensionApi {
  tabs: {
    query(filter: object): Promise<{ id: number; url?: string; pendingUrl?: string }[]>;
    remove(tab: number): Promise<void>;
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
  runtime: { sendMessage(message: unknown): unknown };
  scripting: {
    executeScript(injection: object): Promise<{ frameId: number }[]>;
  };
}
declare const chrome: ExtensionApi;

/** Starts a browser with the extension installed. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const browser = await (options.browser === 'chromium' ? startChromium(options) : startFirefox(options));
  try {
    const id = options.extension && (await browser.installExtension(options.extension));
    return await sessionOf(browser, options, id);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function startChromium({ program, headless, language = 'en-US' }: SessionOptions): Promise<Browser> {
  return launch({
    browser: 'chrome',
    executablePath: program,
    headless,
    pipe: true,
    defaultViewport: headless ? VIEWPORT : null,
    enableExtensions: true,
    // Chromium's sandbox does not run as root.
    args: [
      '--no-first-run',
      `--lang=${language}`,
      `--accept-lang=${language}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    // On Linux the language is taken from here.
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
  });
}

function startFirefox({
  program,
  headless,
  colorScheme,
  language = 'en-US',
}: SessionOptions): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: program,
    headless,
    defaultViewport: headless ? VIEWPORT : null,
    // Lets us open the extension's own pages, which Firefox otherwise keeps from automation.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      'intl.accept_languages': `${language}, ${language.split('-')[0]}`,
      'intl.locale.requested': language,
      'dom.security.https_first': false,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    },
  });
}

async function sessionOf(browser: Browser, options: SessionOptions, id?: string): Promise<Session> {
  const origin = id && originOf(options.browser, id);
  const [blank] = await browser.pages();
  const first = blank ?? (await browser.newPage());
  // The page of the extension through which messages are sent.
  const hub = origin ? first : undefined;
  if (hub) {
    await openExtensionUrl(hub, `${origin}/${HUB}`, options.browser);
    await closeWelcome(hub);
  }
  // Tabs are opened one after another: a new tab is the one that was not there before.
  let opening: Promise<unknown> = Promise.resolve();

  async function openTab(): Promise<Tab> {
    const before = await tabIds(hub);
    const page = await browser.newPage({ type: 'window' });
    const id = (await tabIds(hub)).find((candidate) => !before.includes(candidate)) ?? -1;
    if (options.colorScheme && options.browser === 'chromium') {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: options.colorScheme }]);
    }
    return { id, page };
  }
  function newTab(): Promise<Tab> {
    const tab = opening.then(openTab);
    opening = tab.catch(() => undefined);
    return tab;
  }

  return {
    browser,
    name: options.browser,
    get hub() {
      return withHub(hub);
    },
    newTab,
    sendToTab: (tab, message) =>
      withHub(hub).evaluate(
        (id, body) => chrome.tabs.sendMessage(id, body, { frameId: 0 }) as never,
        tab,
        message,
      ),
    async reportOf(tab) {
      // A name helper that the TypeScript loader may have put into the function's text.
      const source = `((__name) => (${askFrames})(${tab}))((it) => it)`;
      const frames = (await withHub(hub).evaluate(source)) as FrameReport[];
      const report = mergeReports(frames);
      if (!report) throw new Error('The page gave no report.');
      return report;
    },
    sendToBackground: (message) =>
      withHub(hub).evaluate((body) => chrome.runtime.sendMessage(body) as never, message),
    runInTab: (tab, run, ...args) => withHub(hub).evaluate(callInTab(tab, run, args)) as never,
    extensionId: id,
    async stopBackground() {
      const client = await withHub(hub).createCDPSession();
      await client.send('ServiceWorker.enable');
      await client.send('ServiceWorker.stopAllWorkers');
      await client.detach();
    },
    async openExtensionPage(path) {
      const { page } = await newTab();
      // Firefox does not report where its own pages are, so the page itself is asked.
      const base = await withHub(hub).evaluate(() => location.href);
      await openExtensionUrl(page, new URL(path, base).href, options.browser);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Runs in the extension's page: the report of each frame of a tab. */
async function askFrames(tab: number): Promise<FrameReport[]> {
  const frames = await chrome.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    func: () => true,
    injectImmediately: true,
  });
  const reports = await Promise.allSettled(
    frames.map(async ({ frameId }) => ({
      frame: frameId,
      report: await chrome.tabs.sendMessage(tab, { type: 'tab-report' }, { frameId }),
    })),
  );
  return reports.flatMap((one) => (one.status === 'fulfilled' ? [one.value as FrameReport] : []));
}

/** Source of a call that the browser makes in the extension's isolated world of a tab. */
function callInTab(tab: number, run: unknown, args: unknown[]): string {
  // A name helper that the TypeScript loader may have put into the function's text.
  const func = `(...args) => { const __name = (it) => it; return (${run})(...args); }`;
  return `chrome.scripting
    .executeScript({ target: { tabId: ${tab} }, func: ${func}, args: ${JSON.stringify(args)} })
    .then(([{ result, error }]) => { if (error) throw error; return result; })`;
}

function withHub(hub: Page | undefined): Page {
  if (!hub) throw new Error('This browser runs without the extension.');
  return hub;
}

function originOf(browser: BrowserName, id: string): string {
  return browser === 'firefox' ? `moz-extension://${FIREFOX_UUID}` : `chrome-extension://${id}`;
}

/** `page.goto` for the extension's own pages. */
export async function openExtensionUrl(page: Page, url: string, browser: BrowserName): Promise<void> {
  if (browser === 'chromium') {
    await page.goto(url);
    return;
  }
  // Firefox loads the page but reports nothing of the navigation, so we look for ourselves.
  void page.goto(url, { timeout: 1 }).catch(() => undefined);
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const state = await page.evaluate(() => `${document.readyState} ${location.href}`).catch(() => '');
    if (state === `complete ${url}`) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Firefox did not open ${url}.`);
}

/** Closes the page that opens once Minnow is installed, so that every other new tab is one that was asked for. */
async function closeWelcome(hub: Page): Promise<void> {
  await hub.evaluate(async (patience) => {
    const deadline = performance.now() + patience;
    while (performance.now() < deadline) {
      const tabs = await chrome.tabs.query({});
      const welcome = tabs.find(({ url, pendingUrl }) => (pendingUrl || url)?.endsWith('/welcome.html'));
      if (welcome) return chrome.tabs.remove(welcome.id);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The first page of Minnow did not open.');
  }, 20_000);
}

async function tabIds(hub: Page | undefined): Promise<number[]> {
  if (!hub) return [];
  return hub.evaluate(async () => (await chrome.tabs.query({})).map((tab) => tab.id));
}
