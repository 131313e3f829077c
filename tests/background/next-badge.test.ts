import { describe, expect, it } from 'vitest';
import { nextBadge } from '../../lib/background/next-badge';
import type { TabMention } from '../../lib/messages';

const mention = (id: number, frame = 0, badge = true) => ({ id, frame, badge }) as TabMention;
const PAGE = [mention(1), mention(2, 0, false), mention(3), mention(1, 7)];

describe('the next badge', () => {
  it('is the first one at first, then one after the other, over all frames, and round again', () => {
    const keys: string[] = [];
    let last: string | undefined;
    for (let i = 0; i < 5; i++) {
      last = nextBadge(PAGE, last, 1)!.key;
      keys.push(last);
    }
    expect(keys).toEqual(['0 1', '0 3', '7 1', '0 1', '0 3']);
  });

  it('goes backwards, from the last one', () => {
    expect(nextBadge(PAGE, undefined, -1)!.key).toBe('7 1');
    expect(nextBadge(PAGE, '7 1', -1)!.key).toBe('0 3');
    expect(nextBadge(PAGE, '0 1', -1)!.key).toBe('7 1');
  });

  it('begins anew when the page has become another one, and is none where there are no badges', () => {
    expect(nextBadge(PAGE, '0 99', 1)!.key).toBe('0 1');
    expect(nextBadge([mention(2, 0, false)], undefined, 1)).toBeUndefined();
  });
});
