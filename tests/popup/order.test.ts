import { describe, expect, it } from 'vitest';
import type { TabMention } from '../../lib/messages';
import { firstOfEach, inOrder } from '../../lib/popup/order';

const mention = (ticker: string, score: number | null, badge = true) =>
  ({ ticker, score, badge }) as TabMention;
const PAGE = [
  mention('SHAK', 37, false),
  mention('EPAC', 61),
  mention('SHAK', 37),
  mention('NEW', null),
  mention('CBRL', 61),
];
const tickers = (mentions: TabMention[]) => mentions.map(({ ticker }) => ticker);

describe('the small caps of a page', () => {
  it('are there once each, by the mention that has a badge', () => {
    const first = firstOfEach(PAGE);
    expect(tickers(first)).toEqual(['SHAK', 'EPAC', 'NEW', 'CBRL']);
    expect(first[0]!.badge).toBe(true);
  });

  it('stand as on the page, by score with the unknown last, or by ticker', () => {
    const first = firstOfEach(PAGE);
    expect(tickers(inOrder(first, 'page'))).toEqual(['SHAK', 'EPAC', 'NEW', 'CBRL']);
    expect(tickers(inOrder(first, 'score'))).toEqual(['EPAC', 'CBRL', 'SHAK', 'NEW']);
    expect(tickers(inOrder(first, 'ticker'))).toEqual(['CBRL', 'EPAC', 'NEW', 'SHAK']);
  });
});
