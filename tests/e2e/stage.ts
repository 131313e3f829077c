import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { TabReport } from '../../lib/messages';
import type { SettingsPatch } from '../../lib/settings/schema';
import { type BrowserName, ensureBrowsers } from '../../scripts/lib/browsers';
import { copyExtension, type ExtensionCopy } from '../../scripts/lib/extension';
import {
  cardSource,
  type SeenBadge,
  type SeenCard,
  type SeenMark,
  seeBadges,
  seeCard,
  seeMarks,
} from '../../scripts/lib/in-page';
import { extensionUnderTest } from '../../scripts/lib/packages';
import { findPages, type PageSource } from '../../scripts/lib/pages';
import type { PageReport } from '../../scripts/lib/report';
import { ensureSamplePages } from '../../scripts/lib/sample-pages';
import { type Session, startSession } from '../../scripts/lib/session';
import { openVisitor } from '../../scripts/lib/visit';

declare const chrome: {
  tabs: { setZoom(tab: number, factor: number): Promise<void> };
};

const SAMPLES = 'tests/pages';
/** How long the page may take to show what a test waits for, milliseconds. */
const PATIENCE = 10_000;
/** The pages of the tests say all at once what they have to say; what comes later a test waits for, milliseconds. */
const QUIET = 250;
/** A badge that looks the same after this has found its place, milliseconds. */
const STEADY = 100;

/** A sample page open in the browser under test. */
export interface OpenPage {
  page: Page;
  report: PageReport;
  /** What the extension would tell now. */
  reportNow(): Promise<TabReport>;
  /** Runs a function in the page beside the extension's script. */
  runBeside<A extends unknown[], T>(run: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  badges(): Promise<SeenBadge[]>;
  card(): Promise<SeenCard | null>;
  /** Markup and styles of the open card, to look at it elsewhere. */
  cardSource(): Promise<{ markup: string; styles: string }>;
  marks(): Promise<SeenMark[]>;
  /** Sets the browser's own zoom of the page; 1 is none. */
  zoom(factor: number): Promise<void>;
  /** The badge of a company, by a part of what it says to a screen reader; waits until it stands still. */
  badge(label: string): Promise<SeenBadge>;
  close(): Promise<void>;
}

export interface Stage {
  readonly session: Session;
  /** Opens a sample page by its file name and waits until the extension has read it. */
  open(file: string): Promise<OpenPage>;
  /** The same for any page. */
  openPage(source: PageSource): Promise<OpenPage>;
  /** The same for a page of the test's own, with files beside it by name; the file's name decides its type. */
  openMarkup(markup: string, file?: string, beside?: Record<string, string>): Promise<OpenPage>;
  set(patch: SettingsPatch): Promise<void>;
  /** Stops the background script as the browser does when it is idle; Chromium only. */
  stopBackground(): Promise<void>;
  /** Installs the extension over itself, as an update does; its own pages close. */
  reinstall(): Promise<void>;
  /** Removes the extension; its own pages close. */
  uninstall(): Promise<void>;
}

/** A browser with the built extension, for the tests of one `describe`. `change` alters the extension first. */
export function useBrowser(name: BrowserName, change?: (folder: string) => void): Stage {
  let copy: ExtensionCopy;
  let session: Session;
  beforeAll(async () => {
    await ensureSamplePages();
    const programs = ensureBrowsers([name]);
    copy = copyExtension(extensionUnderTest(name), change);
    session = await startSession({
      browser: name,
      program: programs[name],
      extension: copy.folder,
      headless: true,
    });
  });
  afterAll(async () => {
    await session?.close();
    copy?.remove();
  });

  const openPath = (path: string) => openPage(findPages([path], process.cwd())[0]!);

  async function openPage(source: PageSource): Promise<OpenPage> {
    const { tab, visit } = await openVisitor(session, QUIET);
    const report = await visit(source);
    const badges = () => session.runInTab(tab.id, seeBadges);
    return {
      page: tab.page,
      report,
      reportNow: () => session.reportOf(tab.id),
      runBeside: (run, ...args) => session.runInTab(tab.id, run, ...args),
      badges,
      card: () => session.runInTab(tab.id, seeCard),
      cardSource: () => session.runInTab(tab.id, cardSource),
      marks: () => tab.page.evaluate(seeMarks),
      zoom: (factor) => session.hub.evaluate((id, value) => chrome.tabs.setZoom(id, value), tab.id, factor),
      badge(label) {
        let before = '';
        return until(async () => {
          const badge = (await badges()).find((one) => one.label.includes(label));
          const seen = JSON.stringify(badge);
          if (badge && seen === before) return badge;
          before = seen;
          await sleep(STEADY);
          return undefined;
        }, `a badge of ${label}`);
      },
      close: () => tab.page.close(),
    };
  }

  return {
    get session() {
      return session;
    },
    openPage,
    open: (file) => openPath(`${SAMPLES}/${file}`),
    async openMarkup(markup, file = 'page.html', beside = {}) {
      const folder = mkdtempSync(join(tmpdir(), 'minnow-page-'));
      for (const [name, content] of Object.entries({ ...beside, [file]: markup }))
        writeFileSync(join(folder, name), content);
      try {
        return await openPath(join(folder, file));
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    async set(patch) {
      const { error } = await session.sendToBackground<{ error?: string }>({ type: 'settings-set', patch });
      if (error) throw new Error(error);
    },
    stopBackground: () => session.stopBackground(),
    async reinstall() {
      // Chromium under automation does not start the background of an extension that is loaded over itself.
      if (name === 'chromium') await session.browser.uninstallExtension(session.extensionId!);
      await session.browser.installExtension(copy.folder);
      if (name === 'firefox') return;
      // A new installation opens its first page, in front of the one under test.
      const welcome = await session.browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
      await (await welcome.page())?.close();
    },
    uninstall: () => session.browser.uninstallExtension(session.extensionId!),
  };
}

/** Waits until `look` answers something, and answers it. Throws when it does not in time. */
export async function until<T>(
  look: () => Promise<T | null | undefined | false>,
  what: string,
  patience = PATIENCE,
): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await sleep(50);
  }
}

/** Puts the pointer on the middle of something. */
export async function hover(
  page: Page,
  box: { x: number; y: number; width: number; height: number },
): Promise<void> {
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

/** Presses the mouse on the middle of something. */
export async function press(
  page: Page,
  box: { x: number; y: number; width: number; height: number },
): Promise<void> {
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
