import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seeBadges } from './in-page';
import type { PageReport } from './report';
import type { Visitor } from './visit';

/** Milliseconds for badges to be painted after the page was scrolled, and for the card to open. */
const PAINT = 400;
const CARD = 1_500;

/**
 * Takes pictures of a visited page: one with its first badge in view and, if asked, one with that badge's card
 * open. Returns the files written.
 */
export async function takeShots(
  report: PageReport,
  { session, tab }: Visitor,
  folder: string,
  card: boolean,
): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const name = report.page
    .replace(/^https?:\/\//, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 120);
  const file = (suffix: string) => join(folder, `${name}${suffix}.png`) as `${string}.png`;
  const { page } = tab;
  const files: string[] = [];

  const first = report.mentions.find((mention) => mention.badge);
  if (first) await page.evaluate(bringIntoView, first.rect.y);
  await sleep(PAINT);
  await page.screenshot({ path: file('') });
  files.push(file(''));
  const [badge] = card ? await session.runInTab(tab.id, seeBadges) : [];
  if (badge) {
    await page.mouse.move(badge.x + badge.width / 2, badge.y + badge.height / 2);
    await sleep(CARD);
    await page.screenshot({ path: file('.card') });
    files.push(file('.card'));
  }
  return files;
}

/** Runs in the page: brings a height into the upper half of the window. */
function bringIntoView(y: number): void {
  if (y > window.innerHeight * 0.6) window.scrollTo({ top: y - window.innerHeight / 3, behavior: 'instant' });
}
