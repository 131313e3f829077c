import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { seeBadges } from '../lib/in-page';
import { findPages } from '../lib/pages';
import type { Session, Tab } from '../lib/session';
import { openVisitor } from '../lib/visit';

/** Milliseconds for badges, card and charts to be drawn. */
const PAINT = 1_500;

export interface Size {
  width: number;
  height: number;
}

/** What pictures are taken of: sample pages with Minnow on them, and Minnow's own pages. */
export class Stage {
  constructor(
    readonly session: Session,
    private readonly dark: boolean,
  ) {}

  /** A sample page with its badges; it stays open, so that popup and panel tell of it. */
  async sample(file: string, size: Size, scale = 1): Promise<Tab> {
    const { tab, visit } = await openVisitor(this.session);
    await tab.page.setViewport({ ...size, deviceScaleFactor: scale });
    await visit(findPages([join('tests', 'pages', file)], process.cwd())[0]!);
    await sleep(PAINT);
    return tab;
  }

  /** Opens the card of the first badge in view, or of the one that names a company. Throws when there is none. */
  async card(tab: Tab, company = ''): Promise<void> {
    const badges = await this.session.runInTab(tab.id, seeBadges);
    const badge = badges.find(({ label }) => label.includes(company));
    if (!badge) throw new Error(`${tab.page.url()} shows no badge of ${company || 'anyone'}.`);
    await tab.page.mouse.move(badge.x + badge.width / 2, badge.y + badge.height / 2);
    await sleep(PAINT);
  }

  /** One of Minnow's own pages, drawn. */
  async own(path: string, size: Size, scale = 1): Promise<Page> {
    const page = await this.session.openExtensionPage(path);
    await page.setViewport({ ...size, deviceScaleFactor: scale });
    const value = this.dark ? 'dark' : 'light';
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await sleep(PAINT);
    return page;
  }

  /** A picture of a page of our own making, e.g. of other pictures side by side. */
  async sheet(markup: string, { width, height }: Size, file: string): Promise<void> {
    const { page } = await this.session.newTab();
    await page.setViewport({ width, height, deviceScaleFactor: 1 });
    await page.setContent(`<!doctype html><style>body{margin:0;overflow:hidden}</style>${markup}`);
    await page.screenshot({ path: file as `${string}.png` });
    await page.close();
  }
}

/** A picture as an image tag. */
export async function imageOf(page: Page, style = ''): Promise<string> {
  const data = await page.screenshot({ encoding: 'base64' });
  return `<img style="display:block;${style}" src="data:image/png;base64,${data}">`;
}
