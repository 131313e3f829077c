import type { TabMention } from '../messages';

export const ORDERS = ['page', 'score', 'ticker'] as const;
export type Order = (typeof ORDERS)[number];

/** The first mention of each company, one with a badge before one without, in the page's order. */
export function firstOfEach(mentions: readonly TabMention[]): TabMention[] {
  const first = new Map<string, TabMention>();
  for (const mention of mentions) {
    const known = first.get(mention.ticker);
    if (!known || (mention.badge && !known.badge)) first.set(mention.ticker, mention);
  }
  return [...first.values()];
}

/** Mentions in an order: as they come, by score with the highest first and unknown last, or by ticker. */
export function inOrder(mentions: readonly TabMention[], order: Order): TabMention[] {
  if (order === 'score') return mentions.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
  if (order === 'ticker') return mentions.toSorted((a, b) => (a.ticker < b.ticker ? -1 : 1));
  return [...mentions];
}
