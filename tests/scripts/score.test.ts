import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../lib/detect/types';
import type { PageReport } from '../../scripts/lib/report';
import { type Answer, confusions, overall, precision, score } from '../../scripts/lib/score';

const report = (
  page: string,
  found: [ticker: string, evidence: Evidence][],
  errors: string[] = [],
): PageReport => ({
  page,
  url: 'https://example.com/',
  browser: 'chromium',
  mentions: found.map(([ticker, evidence]) => ({
    ticker,
    evidence,
    name: '',
    surface: ticker,
    reason: '',
    smallCap: false,
    score: null,
    verdict: 'unknown',
    badge: false,
    rect: { x: 0, y: 0, width: 0, height: 0 },
  })),
  timings: {},
  errors,
});

/** A page as a person has judged it: four companies named in different ways, one open, one gone. */
const ANSWER: Answer = {
  gold: {
    EPAC: { how: ['exchange', 'name'] },
    'BRK/A': { how: ['name'] },
    META: { how: ['alias'] },
    GM: { how: ['bare'] },
  },
  either: ['NYT'],
  stale: ['FB'],
  traps: { CARE: 'a word' },
};
const smallCaps = (ticker: string) => ticker === 'EPAC' || ticker === 'CARE';
const judged = (found: [string, Evidence][], answer = ANSWER, kind = 'article') => [
  { report: report('a.html', found), answer, kind },
];

describe('scoring a report against hand-made answers', () => {
  test('a ticker in gold is right, an open or stale one is not counted, any other is wrong', () => {
    const scores = score(
      judged([
        ['EPAC', 'exchange'],
        ['NYT', 'name'],
        ['FB', 'cashtag'],
        ['CARE', 'bare'],
      ]),
      smallCaps,
    );
    expect(scores.general).toMatchObject({ right: 1, wrong: 1 });
    expect(precision(scores.general)).toBe(0.5);
    expect(scores.wrong).toEqual([{ page: 'a.html', ticker: 'CARE', surface: 'CARE', evidence: 'bare' }]);
  });

  test('recall goes by the strongest way in which the page names the company', () => {
    const { general, missed } = score(
      judged([
        ['EPAC', 'name'],
        ['META', 'alias'],
      ]),
      smallCaps,
    );
    expect(general.recall).toEqual({
      explicit: { found: 1, all: 1 },
      name: { found: 0, all: 1 },
      alias: { found: 1, all: 1 },
      'bare/attr': { found: 0, all: 1 },
    });
    expect(missed.map(({ ticker }) => ticker)).toEqual(['BRK/A', 'GM']);
  });

  test('a company counts once a page, with its strongest evidence', () => {
    const { general } = score(
      judged([
        ['EPAC', 'bare'],
        ['EPAC', 'exchange'],
        ['EPAC', 'name'],
      ]),
      smallCaps,
    );
    expect(general.byEvidence).toEqual({ exchange: { right: 1, wrong: 0 } });
  });

  test('the spelling of share classes does not matter', () => {
    const { general } = score(judged([['BRK.A', 'name']]), smallCaps);
    expect(general).toMatchObject({ right: 1, wrong: 0 });
  });

  test('small caps are also counted alone', () => {
    const { small } = score(
      judged([
        ['EPAC', 'name'],
        ['META', 'alias'],
        ['CARE', 'bare'],
      ]),
      smallCaps,
    );
    expect(small).toMatchObject({ right: 1, wrong: 1 });
    expect(small.recall.explicit).toEqual({ found: 1, all: 1 });
    expect(small.recall.alias).toEqual({ found: 0, all: 0 });
  });

  test('pages with more than a hundred answers are pooled apart', () => {
    const gold = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`T${i}`, { how: ['table'] }]));
    const scores = score(judged([['T1', 'table']], { gold }), smallCaps);
    expect(scores.general).toMatchObject({ right: 0, wrong: 0 });
    expect(scores.tables).toMatchObject({ right: 1, wrong: 0 });
    expect(scores.tables.recall.explicit).toEqual({ found: 1, all: 101 });
  });

  test('of a page judged in part, only gold and traps count', () => {
    const { general } = score(
      judged(
        [
          ['EPAC', 'name'],
          ['AAPL', 'name'],
          ['CARE', 'bare'],
        ],
        { ...ANSWER, partial: true },
      ),
      smallCaps,
    );
    expect(general).toMatchObject({ right: 1, wrong: 1 });
  });

  test('errors and wrong mentions on pages without stocks are counted', () => {
    const scores = score(
      [
        { report: report('b.html', [['CARE', 'bare']], ['lost']), answer: { gold: {} }, kind: 'negative' },
        ...judged([['CARE', 'bare']]),
      ],
      smallCaps,
    );
    expect(scores).toMatchObject({ pages: 2, errors: 1, wrongOnNegatives: 1 });
  });

  test('each kind of page is also counted alone, and all pages together', () => {
    const scores = score(
      [
        ...judged([['EPAC', 'exchange']]),
        { report: report('b.html', [['CARE', 'bare']]), answer: { gold: {} }, kind: 'quote' },
      ],
      smallCaps,
    );
    expect(scores.byKind.article).toMatchObject({ right: 1, wrong: 0 });
    expect(scores.byKind.quote).toMatchObject({ right: 0, wrong: 1 });
    expect(overall(scores)).toEqual({ precision: 0.5, recall: 0.25 });
    expect(confusions(scores)).toEqual([
      'WRONG b.html CARE "CARE" (bare)',
      'MISSED a.html BRK/A (name)',
      'MISSED a.html META (alias)',
      'MISSED a.html GM (bare)',
    ]);
  });
});
