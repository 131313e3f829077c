import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasesOf, piecesOf } from '../../lib/detect/phrases';

const phrases = (text: string) => {
  const found: string[] = [];
  phrasesOf(text, (phrase) => found.push(phrase));
  return found;
};

describe('the phrases to ask of a text', () => {
  it.each([
    ['Shares of Enerpac Tool Group Corp. rose.', ['Shares of Enerpac Tool Group Corp']],
    ['Then Acme fell (NYSE: ACM).', ['Then Acme', 'NYSE', 'ACM']],
    ['buy $GME and $amc, not $5', ['GME', 'AMC']],
    ['a call to 1-800-FLOWERS.COM, Inc. in 2024', ['1-800-FLOWERS.COM, Inc']],
    ['nothing here', []],
  ])('are its runs of capitalised words and its symbols: %s', (text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });

  it('end with a space where the name may go on elsewhere', () => {
    expect(phrases('said Barnes & ')).toEqual(['Barnes ']);
    expect(phrases('the Bank of')).toEqual(['Bank ']);
    expect(phrases('said Barnes it')).toEqual(['Barnes']);
  });

  it('hold a single letter only where a symbol may stand', () => {
    expect(phrases('A plan for Ford (NYSE: F) then')).toEqual(['Ford', 'NYSE', 'F']);
  });

  it('are never sentences: eight words and the small ones between them, or 150 characters', () => {
    const word = fc.constantFrom(
      'The',
      'Big',
      'ACME',
      'Holdings',
      'of',
      'Ohio,',
      'Inc.',
      'rose',
      'X'.repeat(200),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        for (const phrase of phrases(words.join(' '))) {
          expect(phrase.trim().split(/\s+/).length).toBeLessThanOrEqual(8);
          expect(phrase.length).toBeLessThanOrEqual(151);
        }
      }),
    );
  });
});

describe('pieces of a long run', () => {
  it('overlap by four words, so that no name is cut in all of them', () => {
    const run = 'A1 B2 C3 D4 E5 F6 G7 H8 I9 J10';
    expect(piecesOf(run).map(({ start, end }) => run.slice(start, end))).toEqual([
      'A1 B2 C3 D4 E5 F6 G7 H8',
      'E5 F6 G7 H8 I9 J10',
    ]);
  });
});
