import { type Box, type SeenBadge, type SeenMark, seeCovered } from '../../scripts/lib/in-page';
import type { OpenPage } from './stage';

/** How far a badge may stand from the text it belongs to, CSS pixels; farther only at the end of the same line. */
const NEAR = 16;
const LINE = 800;
/** Two boxes that share less than this in either direction only touch, CSS pixels. */
const TOUCH = 1;

/** Badges, and what is wrong with where they stand: over each other, over words of the page, or astray. */
export async function badgeFaults(open: OpenPage): Promise<{ badges: SeenBadge[]; faults: string[] }> {
  const { mentions } = await open.reportNow();
  const badges = await open.badges();
  const marks = await open.marks();
  const covered = await open.runBeside(seeCovered, badges);
  const faults = badges.flatMap((badge, i) => {
    const hidden = covered[i]!.map((word) => `${badge.label} covers the word “${word}”`);
    const surfaces = new Set(
      mentions.filter(({ name }) => badge.label.startsWith(`${name},`)).map(({ surface }) => surface),
    );
    const texts = marks.filter(({ text }) => surfaces.has(text));
    return [...hidden, ...overlaps(badge, badges.slice(i + 1)), ...ownFaults(badge, texts)];
  });
  return { badges, faults };
}

function overlaps(badge: SeenBadge, others: SeenBadge[]): string[] {
  return others
    .filter((other) => overlap(badge, other))
    .map((other) => `${badge.label} covers ${other.label}`);
}

function ownFaults(badge: SeenBadge, texts: SeenMark[]): string[] {
  const far = (mark: SeenMark) => Math.min(...mark.lines.map((line) => distance(badge, line)));
  const [own] = texts.toSorted((a, b) => far(a) - far(b));
  if (!own) return [`${badge.label} belongs to nothing on the page`];
  const faults: string[] = [];
  const middle = badge.y + badge.height / 2;
  const sameLine = own.lines.some(({ y, height }) => y < middle && middle < y + height);
  if (far(own) > (sameLine ? LINE : NEAR) && badge.form !== 'header')
    faults.push(`${badge.label} stands ${Math.round(far(own))} px from “${own.text}”`);
  if (own.lines.map(lettersOf).some((letters) => overlap(badge, letters)))
    faults.push(`${badge.label} covers “${own.text}”`);
  return faults;
}

/** A line without the air above and below its letters. */
function lettersOf(line: Box): Box {
  return { ...line, y: line.y + line.height * 0.25, height: line.height * 0.5 };
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
