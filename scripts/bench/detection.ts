import { existsSync } from 'node:fs';
import { openDirectory } from '../../lib/detect/directory';
import { resolve } from '../../lib/detect/resolve';
import { type Candidates, EVIDENCE, type Evidence } from '../../lib/detect/types';
import { judge, smallCapTest } from '../lib/judge';
import { type LabelledScore, readLabelled, scoreSentences, scoreTags } from '../lib/labelled';
import { candidateReader } from '../lib/page-candidates';
import { findPages } from '../lib/pages';
import { readDataset } from '../lib/read-dataset';
import { say } from '../lib/say';
import { confusions, overall, type Scores, score, scoreTable } from '../lib/score';
import { scoreFolder } from '../lib/score-folder';
import { table } from '../lib/table';

/** Saved pages of real sites and labelled texts; not part of the repository. The sample pages stand in for them. */
const SAVED = '../shared/pages';
const LABELLED = '../shared/labelled';

type Share = number | null;

export interface DetectionScores {
  folder: string;
  pages: Scores;
  labelled?: { tags: LabelledScore; sentences: LabelledScore };
  /** What is left of precision and recall without one kind of evidence; the first row does without none. */
  ablation: { without: string; pages: { precision: Share; recall: Share }; sentences?: Share[] }[];
}

/** Precision and recall of detection, on saved pages through the built extension and on labelled texts. */
export async function detection({ texts = false } = {}): Promise<DetectionScores | LabelledOnly> {
  const dataset = await readDataset();
  const directory = openDirectory(await dataset.names(), await dataset.universe());
  const labelled = existsSync(LABELLED) ? readLabelled(LABELLED, directory) : undefined;
  if (!labelled) say(`There is no ${LABELLED}: no labelled texts are scored.`);
  const scoreTexts = (without?: ReadonlySet<Evidence>) =>
    labelled && {
      tags: scoreTags(labelled.tags, directory, without),
      sentences: scoreSentences(labelled.sentences, directory, without),
    };
  if (texts) return { labelled: scoreTexts() };

  const folder = existsSync(SAVED) ? SAVED : 'tests/pages';
  if (folder !== SAVED) say(`There is no ${SAVED}: the sample pages are scored instead.`);
  const readCandidates = await candidateReader();
  const read = new Map<string, Candidates>();
  const { scores } = await scoreFolder(folder, 'chromium', async ({ page }, visitor) => {
    if (visitor) read.set(page, await readCandidates(visitor.tab.page));
  });

  const sources = findPages([folder], process.cwd());
  const isSmallCap = await smallCapTest();
  const ablation = [undefined, ...EVIDENCE].map((kind) => {
    const without = new Set(kind ? [kind] : []);
    const reports = sources.map(({ name }) => {
      const candidates = read.get(name);
      return { page: name, errors: [], mentions: candidates ? resolve(candidates, directory, without) : [] };
    });
    const text = scoreTexts(without)?.sentences;
    return {
      without: kind ?? 'none',
      pages: overall(score(judge(sources, reports), isSmallCap)),
      ...(text && { sentences: shares(text) }),
    };
  });
  return { folder, pages: scores, labelled: scoreTexts(), ablation };
}

/** Labelled texts alone, which need no browser. */
export interface LabelledOnly {
  labelled?: DetectionScores['labelled'];
}

/** Scores as text for people. */
export function describeDetection(found: DetectionScores | LabelledOnly): string {
  const lines: string[] = [];
  if ('pages' in found)
    lines.push(`Pages of ${found.folder}, through the extension`, scoreTable(found.pages));
  for (const [name, scores] of Object.entries(found.labelled ?? {})) {
    const [precision, recall] = shares(scores);
    lines.push(
      `${name === 'tags' ? 'Texts with an exchange and a symbol' : 'Sentences of financial news'}` +
        `: precision ${three(precision!)}, recall ${three(recall!)}` +
        ` (${scores.right} right, ${scores.wrong} wrong, ${scores.missed} missed)`,
    );
    for (const [evidence, { right, wrong }] of Object.entries(scores.byEvidence).sort())
      lines.push(
        `  precision by ${evidence.padEnd(9)} ${three(right / (right + wrong))} (${right} of ${right + wrong})`,
      );
  }
  if ('ablation' in found) {
    lines.push(
      'Without one kind of evidence (pages read outside the extension, in one go)',
      table([
        ['without', 'pages: precision', 'recall', 'sentences: precision', 'recall'],
        ...found.ablation.map(({ without, pages, sentences }) => [
          without,
          three(pages.precision),
          three(pages.recall),
          three(sentences?.[0] ?? null),
          three(sentences?.[1] ?? null),
        ]),
      ]),
    );
  }
  return lines.join('\n');
}

/** Every wrong and missed ticker, a line each. */
export function detectionConfusions(found: DetectionScores | LabelledOnly): string[] {
  return [
    ...('pages' in found ? confusions(found.pages) : []),
    ...Object.values(found.labelled ?? {}).flatMap((scores) => scores.confusions),
  ];
}

function shares({ right, wrong, missed }: LabelledScore): Share[] {
  const share = (rest: number) => (right + rest > 0 ? right / (right + rest) : null);
  return [share(wrong), share(missed)];
}

const three = (value: Share) => (value === null ? 'none' : value.toFixed(3));
