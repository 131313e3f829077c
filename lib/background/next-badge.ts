import type { TabMention } from '../messages';

/** The badge after (1) or before (−1) the one shown last, round and round; the first or last one when there is none. */
export function nextBadge(
  mentions: readonly TabMention[],
  last: string | undefined,
  by: 1 | -1,
): { key: string; mention: TabMention } | undefined {
  const badges = mentions.filter(({ badge }) => badge);
  const keyOf = ({ frame, id }: TabMention) => `${frame} ${id}`;
  const at = badges.findIndex((one) => keyOf(one) === last);
  const start = at < 0 && by < 0 ? 0 : at;
  const mention = badges[(start + by + badges.length) % badges.length];
  return mention && { key: keyOf(mention), mention };
}
