import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import type { Directory } from '../../lib/detect/directory';
import { extract } from '../../lib/detect/extract';
import { resolve } from '../../lib/detect/resolve';
import type { Candidates, Evidence, Mention } from '../../lib/detect/types';

/** Words of the market per thousand that the news holds from which the sentences were taken. */
const NEWS = 10;
const ENTITIES = join('scripts', 'bench', 'entities.csv');

/** Symbols in the texts under which the same company no longer trades. */
const RENAMED: Record<string, string> = { FB: 'META', SEAS: 'PRKS' };

/** A text and what it must give: a place for each company named, or no more than tickers. */
interface Labelled {
  candidates: Candidates;
  text: string;
  spans: { start: number; end: number; name: string; tickers: string[]; open: boolean }[];
}

export interface LabelledScore {
  right: number;
  wrong: number;
  missed: number;
  byEvidence: Record<string, { right: number; wrong: number }>;
  confusions: string[];
}

/** Texts whose companies people have marked. Each is read by itself, as a piece of an article about stocks. */
export interface LabelledTexts {
  tags: Labelled[];
  sentences: Labelled[];
}

/**
 * Reads texts with the one ticker each must give (exchange_tags_dev.jsonl) and sentences with the companies that they
 * name (finentity_dev.json). A hand-made list says under which symbols the companies among those names trade; a name
 * that is not in it must give no ticker. Texts whose ticker no longer trades are left out.
 */
export function readLabelled(folder: string, directory: Directory): LabelledTexts {
  const entities = new Map(
    csvParse(readFileSync(ENTITIES, 'utf8')).map(({ name, tickers, either }) => [
      name!,
      { tickers: tickers!.split('|'), open: either !== '' },
    ]),
  );
  const tags = readFileSync(join(folder, 'exchange_tags_dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { text: string; ticker: string });
  const sentences = JSON.parse(readFileSync(join(folder, 'finentity_dev.json'), 'utf8')) as {
    content: string;
    annotations: { start: number; end: number; value: string }[];
  }[];
  return {
    tags: tags.flatMap(({ text, ticker }) => {
      const symbol = directory.symbol(RENAMED[ticker] ?? ticker);
      const whole = { start: 0, end: text.length, name: ticker, open: false };
      return symbol
        ? [{ text, candidates: candidatesOf(text), spans: [{ ...whole, tickers: [symbol] }] }]
        : [];
    }),
    sentences: sentences.map(({ content, annotations }) => ({
      text: content,
      candidates: candidatesOf(content),
      spans: annotations.map(({ start, end, value }) => ({
        start,
        end,
        name: value,
        ...(entities.get(value) ?? { tickers: [], open: false }),
      })),
    })),
  };
}

function candidatesOf(text: string): Candidates {
  const candidates = extract([{ text, kind: 'prose' }], { url: '', symbols: [], title: '', lang: 'en' });
  return { ...candidates, page: { ...candidates.page, finance: NEWS } };
}

/** Whether each text gives its ticker; what else it gives is not judged. */
export function scoreTags(
  texts: Labelled[],
  directory: Directory,
  without?: ReadonlySet<Evidence>,
): LabelledScore {
  const score = empty();
  for (const { text, candidates, spans } of texts) {
    const found = resolve(candidates, directory, without);
    const [{ tickers }] = spans as [Labelled['spans'][number]];
    const mention = found.find(({ ticker }) => tickers.includes(ticker));
    if (mention) count(score, mention.evidence, 'right');
    else miss(score, tickers, text);
  }
  return score;
}

/** Each span of a listed company must give its ticker; a span of anything else must give none. */
export function scoreSentences(
  texts: Labelled[],
  directory: Directory,
  without?: ReadonlySet<Evidence>,
): LabelledScore {
  const score = empty();
  for (const { text, candidates, spans } of texts) {
    const found = resolve(candidates, directory, without);
    for (const span of spans) {
      const here = found.filter(({ start, end }) => start < span.end && span.start < end);
      const right = here.find(({ ticker }) => span.tickers.includes(ticker));
      if (right) {
        if (!span.open) count(score, right.evidence, 'right');
        continue;
      }
      for (const mention of here) wrong(score, mention, span.name, text);
      if (here.length === 0 && span.tickers.length > 0 && !span.open) miss(score, span.tickers, text);
    }
  }
  return score;
}

function empty(): LabelledScore {
  return { right: 0, wrong: 0, missed: 0, byEvidence: {}, confusions: [] };
}

function count(score: LabelledScore, evidence: Evidence, verdict: 'right' | 'wrong') {
  score[verdict] += 1;
  score.byEvidence[evidence] ??= { right: 0, wrong: 0 };
  score.byEvidence[evidence][verdict] += 1;
}

function wrong(score: LabelledScore, { evidence, ticker, surface }: Mention, name: string, text: string) {
  count(score, evidence, 'wrong');
  score.confusions.push(`WRONG ${ticker} "${surface}" (${evidence}) for "${name}" in: ${text}`);
}

function miss(score: LabelledScore, tickers: string[], text: string) {
  score.missed += 1;
  score.confusions.push(`MISSED ${tickers.join(' or ')} in: ${text}`);
}
