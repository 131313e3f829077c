import { describe, expect, it } from 'vitest';
import { aiIndependence } from '../../../lib/thesis/fit/ai-independence';
import { closes, readFactor } from '../support';
import { BY_PAIRS, fridays, LAST, UP_DOWN } from './weeks';

const basket = {
  aiBasket: {
    MSFT: closes(
      fridays(
        400,
        UP_DOWN.map((sign) => sign * 0.02),
      ),
    ),
  },
};
const like = closes(
  fridays(
    10,
    UP_DOWN.map((sign) => sign * 0.05),
  ),
);
const unlike = closes(
  fridays(
    10,
    BY_PAIRS.map((sign) => sign * 0.05),
  ),
);
const read = (history: typeof like | undefined, industry?: string) =>
  readFactor(aiIndependence, { history, company: { industry } }, LAST, basket);

describe('ai-independence', () => {
  it('is full for a stock that moves apart from the AI names, and none for one that moves with them', () => {
    expect(read(unlike).measure.correlation).toBeCloseTo(0, 6);
    expect(read(unlike).strength).toBeCloseTo(1, 6);
    expect(read(like).measure.correlation).toBeCloseTo(1, 6);
    expect(read(like).strength).toBe(0);
  });

  it.each([
    ['Semiconductors', 0],
    ['Computer Software: Prepackaged Software', 0.5],
    ['EDP Services', 0.5],
    ['Packaged Foods', 1],
  ])('the industry %s alone is %s', (industry, strength) => {
    expect(read(undefined, industry).strength).toBe(strength);
  });

  it('weighs the moves twice as much as the industry', () => {
    expect(read(unlike, 'Semiconductors').strength).toBeCloseTo(2 / 3, 6);
    expect(read(like, 'Packaged Foods').strength).toBeCloseTo(1 / 3, 6);
  });

  it('is unknown without either', () => {
    expect(read(undefined).strength).toBeNull();
    expect(read(closes(fridays(10, UP_DOWN.slice(0, 20)))).strength).toBeNull();
  });
});
