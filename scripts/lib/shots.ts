import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Visit, Visitor } from './visit';

/** Milliseconds for badges to be painted after the page was scrolled, and for the card to open. */
const PAINT = 400;
const CARD = 1_500;

/**
 * Takes pictures of a visited page: one with its first badge in view and, if asked, one with that badge's card
 * open. Returns the files written.
 */
export async function takeShots(
  { report }: Visit,
  { tab }: Visitor,
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
  const top = first ? await page.evaluate(scrollTo, first.rect.y) : 0;
  await sleep(PAINT);
  await page.screenshot({ path: file('') });
  files.push(file(''));
  if (card && first) {
    await page.mouse.move(first.rect.x + first.rect.width + 4, first.rect.y - top);
    await sleep(CARD);
    await page.screenshot({ path: file('.card') });
    files.push(file('.card'));
  }
  return files;
}

/** Runs in the page: brings a height into the upper half of the window, and answers how far it is scrolled. */
function scrollTo(y: number): number {
  if (y > window.innerHeight * 0.6) window.scrollTo({ top: y - window.innerHeight / 3, behavior: 'instant' });
  return window.scrollY;
}
