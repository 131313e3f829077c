import type { TextBlock } from '../detect/lines';
import type { Mention } from '../detect/types';
import type { BadgeFact } from '../messages';

/** A company found on the page, and where. */
export interface Found {
  /** Stable while the page lives. */
  id: number;
  mention: Mention;
  fact: BadgeFact;
  block: TextBlock;
  range: Range;
  /** What is drawn for it: a mark and a badge of its own, a mark and the badge in the page's header, a mark, or nothing. */
  show: 'badge' | 'header' | 'mark' | 'nothing';
}

/** Whether the page still spells what was found. */
export function isIntact({ range, mention }: Found): boolean {
  return range.startContainer.isConnected && range.toString() === mention.surface;
}

/** Whether two findings in the same block would look and read the same. */
export function sameFound(before: readonly Found[], now: readonly Found[]): boolean {
  return (
    before.length === now.length &&
    before.every((one, i) => {
      const other = now[i]!;
      return (
        one.mention.ticker === other.mention.ticker &&
        one.mention.reason === other.mention.reason &&
        one.range.startContainer === other.range.startContainer &&
        one.range.startOffset === other.range.startOffset &&
        one.fact.score === other.fact.score &&
        one.fact.verdict === other.fact.verdict
      );
    })
  );
}
