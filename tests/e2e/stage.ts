import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { TabReport } from '../../lib/messages';
import type { SettingsPatch } from '../../lib/settings/schema';
import { type BrowserName, ensureBrowsers } from '../../scripts/lib/browsers';
import { ensureBuilt } from '../../scripts/lib/build';
import { copyExtension, type ExtensionCopy } from '../../scripts/lib/extension';
import { type SeenBadge, type SeenCard, seeBadges, seeCard } from '../../scripts/lib/in-page';
import { findPages } from '../../scripts/lib/pages';
import type { PageReport } from '../../scripts/lib/report';
import { ensureSamplePages } from '../../scripts/lib/sample-pages';
import { type Session, startSession } from '../../scripts/lib/session';
import { openVisitor } from '../../scripts/lib/visit';

const SAMPLES = 'tests/pages';
/** How long the page may take to show what a test waits for, milliseconds. */
const PATIENCE = 10_000;

/** A sample page open in the browser under test. */
export interface OpenPage {
  page: Page;
  report: PageReport;
  /** What the extension would tell now. */
  reportNow(): Promise<TabReport>;
  badges(): Promise<SeenBadge[]>;
  card(): Promise<SeenCard | null>;
  /** The badge of a company, by a part of what it says to a screen reader; waits for it. */
  badge(label: string): Promise<SeenBadge>;
  close(): Promise<void>;
}

export interface Stage {
  readonly session: Session;
  /** Opens a sample page by its file name and waits until the extension has read it. */
  open(file: string): Promise<OpenPage>;
  /** The same for a page of the test's own. */
  openMarkup(markup: string): Promise<OpenPage>;
  set(patch: SettingsPatch): Promise<void>;
}

/** A browser with the built extension, for the tests of one `describe`. `change` alters the extension first. */
export function useBrowser(name: BrowserName, change?: (folder: string) => void): Stage {
  let copy: ExtensionCopy;
  let session: Session;
  beforeAll(async () => {
    await ensureSamplePages();
    const programs = ensureBrowsers([name]);
    copy = copyExtension(ensureBuilt(name), change);
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

  async function openPath(path: string): Promise<OpenPage> {
    const [source] = findPages([path], process.cwd());
    const { tab, visit } = await openVisitor(session);
    const report = await visit(source!);
    const badges = () => session.runInTab(tab.id, seeBadges);
    return {
      page: tab.page,
      report,
      reportNow: () => session.sendToTab(tab.id, { type: 'tab-report' }),
      badges,
      card: () => session.runInTab(tab.id, seeCard),
      badge: (label) =>
        until(
          async () => (await badges()).find((badge) => badge.label.includes(label)),
          `a badge of ${label}`,
        ),
      close: () => tab.page.close(),
    };
  }

  return {
    get session() {
      return session;
    },
    open: (file) => openPath(`${SAMPLES}/${file}`),
    async openMarkup(markup) {
      const folder = mkdtempSync(join(tmpdir(), 'minnow-page-'));
      writeFileSync(join(folder, 'page.html'), markup);
      try {
        return await openPath(join(folder, 'page.html'));
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    async set(patch) {
      const { error } = await session.sendToBackground<{ error?: string }>({ type: 'settings-set', patch });
      if (error) throw new Error(error);
    },
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
