import type { TabMention } from '../../lib/messages';
import type { Box, SeenBadge } from '../../scripts/lib/in-page';
import type { OpenPage } from './stage';

/** How far a badge may stand from the text it belongs to, CSS pixels. */
const NEAR = 16;
/** Two boxes that share less than this in either direction only touch, CSS pixels. */
const TOUCH = 1;

/** Badges, and what is wrong with where they stand: over each other, over the words they belong to, or astray. */
export async function badgeFaults(open: OpenPage): Promise<{ badges: SeenBadge[]; faults: string[] }> {
  const { x, y } = await open.page.evaluate(() => ({ x: scrollX, y: scrollY }));
  const badges = await open.badges();
  const texts = (await open.reportNow()).mentions.map((mention) => ({
    ...mention,
    rect: { ...mention.rect, x: mention.rect.x - x, y: mention.rect.y - y },
  }));
  return { badges, faults: badges.flatMap((badge, i) => faultsOf(badge, badges.slice(i + 1), texts)) };
}

function faultsOf(badge: SeenBadge, others: SeenBadge[], texts: TabMention[]): string[] {
  const own = texts
    .filter(({ name }) => badge.label.includes(name))
    .sort((a, b) => distance(badge, a.rect) - distance(badge, b.rect))[0];
  const faults = others
    .filter((other) => overlap(badge, other))
    .map((other) => `${badge.label} covers ${other.label}`);
  if (!own) return [...faults, `${badge.label} belongs to nothing on the page`];
  if (distance(badge, own.rect) > NEAR && badge.form !== 'header') {
    faults.push(`${badge.label} stands ${Math.round(distance(badge, own.rect))} px from “${own.surface}”`);
  }
  // The box around words on several lines holds other words too.
  const oneLine = Math.min(own.rect.height, own.rect.width) < 40;
  if (oneLine && overlap(badge, own.rect)) faults.push(`${badge.label} covers “${own.surface}”`);
  return faults;
}

function distance(a: Box, b: Box): number {
  const across = Math.max(0, b.x - (a.x + a.width), a.x - (b.x + b.width));
  const down = Math.max(0, b.y - (a.y + a.height), a.y - (b.y + b.height));
  return Math.hypot(across, down);
}

function overlap(a: Box, b: Box): boolean {
  return (
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > TOUCH &&
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > TOUCH
  );
}
