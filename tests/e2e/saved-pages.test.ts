import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { precision, type Scores, scoreTable } from '../../scripts/lib/score';
import { scoreFolder } from '../../scripts/lib/score-folder';

/** Saved pages of real sites with hand-made answers; they are not part of the repository. */
const FOLDER = '../shared/pages';
const present = existsSync(FOLDER);
if (!present) console.log(`The saved pages are not tested here: there is no folder ${FOLDER}.`);

describe.runIf(present).each(BROWSERS)('saved pages in %s', (browser) => {
  let scores: Scores;
  let errors: string[];

  beforeAll(async () => {
    ({ scores, errors } = await scoreFolder(FOLDER, browser));
    console.log(`saved pages in ${browser}: ${scoreTable(scores)}`);
  }, 600_000);

  const found = ({ found, all }: { found: number; all: number }) => found / all;

  test('every page is read without an error', () => {
    expect(scores.pages).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });
  test('hardly a mention is wrong', () => {
    expect(precision(scores.general)).toBeGreaterThanOrEqual(0.98);
    expect(precision(scores.tables)).toBeGreaterThanOrEqual(0.99);
    expect(precision(scores.small)).toBeGreaterThanOrEqual(0.99);
  });
  test('nearly everything that a page names is found', () => {
    expect(found(scores.general.recall.explicit)).toBeGreaterThanOrEqual(0.98);
    expect(found(scores.general.recall.name)).toBeGreaterThanOrEqual(0.92);
    expect(found(scores.general.recall.alias)).toBeGreaterThanOrEqual(0.9);
    expect(found(scores.tables.recall.explicit)).toBeGreaterThanOrEqual(0.97);
  });
});
