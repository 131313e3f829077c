import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLabelled, scoreSentences, scoreTags } from '../../scripts/lib/labelled';
import { directory } from '../detect/helper';

/** A text whose companies are marked with {braces}. */
function marked(text: string) {
  const content = text.replaceAll(/[{}]/g, '');
  const annotations = [...text.matchAll(/\{([^}]+)\}/g)].map((match, index) => {
    const start = match.index - 2 * index;
    return { value: match[1], start, end: start + match[1]!.length };
  });
  return { content, annotations };
}

async function scores(tags: { text: string; ticker: string }[], sentences: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'minnow-labelled-'));
  writeFileSync(
    join(folder, 'exchange_tags_dev.jsonl'),
    tags.map((tag) => `${JSON.stringify(tag)}\n`).join(''),
  );
  writeFileSync(join(folder, 'finentity_dev.json'), JSON.stringify(sentences.map(marked)));
  const names = await directory();
  const texts = readLabelled(folder, names);
  return {
    tags: scoreTags(texts.tags, names),
    sentences: scoreSentences(texts.sentences, names),
    unnamed: scoreSentences(texts.sentences, names, new Set(['name'])),
  };
}

test('a text must give its ticker, under the symbol of today; one that is gone is left out', async () => {
  const { tags } = await scores(
    [
      { text: 'Enerpac (NYSE: EPAC) rose.', ticker: 'EPAC' },
      { text: 'Facebook (NASDAQ: FB) fell.', ticker: 'FB' },
      { text: 'The shares fell.', ticker: 'EPAC' },
      { text: 'WhiteWave Foods (NYSE: WWAV) fell.', ticker: 'WWAV' },
    ],
    [],
  );
  expect(tags).toMatchObject({ right: 2, wrong: 0, missed: 1 });
});

test('a marked company must give its ticker, anything else that is marked none', async () => {
  const { sentences, unnamed } = await scores(
    [],
    ['{Walmart} and {Tesla} rose; the {FDA} and {RWE} did not comment.', '{Zara} sold {Pfizer} drugs.'],
  );
  expect(sentences).toMatchObject({ right: 3, wrong: 0, missed: 0 });
  expect(unnamed).toMatchObject({ right: 0, missed: 3 });
  expect(unnamed.confusions[0]).toContain('MISSED WMT');
});
