import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../lib/thesis/score';
import { showScore, spokenScore } from '../lib/verdicts';

describe('showScore', () => {
  it.each([
    [59.9, '59'],
    [60, '60'],
    [100, '100'],
    [0, '0'],
    [null, '–'],
  ])('%s reads %s', (score, text) => {
    expect(showScore(score)).toBe(text);
  });

  it('never reads like a band that the score does not reach', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        expect(verdictOf(Number(showScore(tenths / 10)) / 100)).toBe(verdictOf(tenths / 1000));
      }),
    );
  });
});

describe('spokenScore', () => {
  it('says name, score and verdict', () => {
    expect(spokenScore('Enerpac Tool Group', 64.2, 'supports')).toBe(
      'Enerpac Tool Group, score 64 of 100, supports',
    );
    expect(spokenScore('Enerpac Tool Group', null, 'unknown')).toBe('Enerpac Tool Group, score unknown');
  });
});
