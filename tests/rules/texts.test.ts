import { expect, test } from 'vitest';
import { repositoryFiles } from '../../scripts/lib/repository-files';
import { isSpoken, literal, type Node, nodesOf, partsOf, SOURCES } from '../i18n/texts';
import { read } from './source';

/** Names and addresses, which are the same in every language. */
const NAMES =
  /\b(?:Minnow|IWM|SPY|FRED|NFIB|SEC|CSV|JSON|EPAC|TREX|Russell|S&P|Nasdaq|Yahoo|Tiingo|Twelve Data|Alpha Vantage|example\.com)\b/g;

/** Attributes that a person reads or hears. */
const READ = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
]);

const hasWords = (text: string) => /\p{L}{3,}/u.test(text.replace(NAMES, ''));

const nameOf = (attribute: Node) => String((attribute.name as Node & { name?: string }).name);

/** What an expression may come to as a text: itself, and either end of a choice. */
function* outcomes(node: Node | null): Generator<string> {
  if (!node) return;
  const text = literal(node) ?? partsOf(node)?.join(' ');
  if (text !== undefined) yield text;
  for (const end of ['expression', 'consequent', 'alternate', 'left', 'right']) {
    const isChoice = ['JSXExpressionContainer', 'ConditionalExpression', 'LogicalExpression'].includes(
      node.type,
    );
    if (isChoice && node[end]) yield* outcomes(node[end] as Node);
  }
}

/** Words that stand in the markup itself instead of in a file of texts. */
function writtenOut(program: Node): string[] {
  return [...nodesOf(program, isSpoken)].flatMap((node) => {
    if (node.type === 'JSXText') return [String(node.value)];
    if (node.type === 'JSXAttribute')
      return READ.has(nameOf(node)) ? [...outcomes(node.value as Node | null)] : [];
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      return (node.children as Node[]).flatMap((child) => [...outcomes(child)]);
    }
    return [];
  });
}

test('surfaces take every word from the files of texts', () => {
  const markup = SOURCES.filter(({ file }) => file.endsWith('.tsx'));
  expect(markup.length).toBeGreaterThan(50);
  const found = markup.flatMap(({ file, program }) =>
    writtenOut(program)
      .filter(hasWords)
      .map((text) => `${file}: ${text.trim()}`),
  );
  expect(found).toEqual([]);
});

test('what scripts set in a page comes from the files of texts', () => {
  const found = SOURCES.flatMap(({ file, program }) =>
    [...nodesOf(program, isSpoken)].flatMap((node) => {
      const said =
        node.type === 'AssignmentExpression' &&
        ['textContent', 'innerText', 'title', 'ariaLabel', 'placeholder', 'alt'].includes(
          String(((node.left as Node).property as (Node & { name?: string }) | undefined)?.name),
        )
          ? [...outcomes(node.right as Node)]
          : node.type === 'CallExpression' &&
              ((node.callee as Node).property as (Node & { name?: string }) | undefined)?.name ===
                'setAttribute' &&
              READ.has(literal((node.arguments as Node[])[0]!) ?? '')
            ? [...outcomes((node.arguments as Node[])[1]!)]
            : [];
      return said.filter(hasWords).map((text) => `${file}: ${text}`);
    }),
  );
  expect(found).toEqual([]);
});

test('pages of the extension begin without words', () => {
  const pages = repositoryFiles().filter((file) => /^entrypoints\/.*\.html$/.test(file));
  expect(pages.length).toBeGreaterThan(3);
  const words = pages.flatMap((file) =>
    read(file)
      .replace(/<[^>]*>/g, ' ')
      .split('\n')
      .filter(hasWords)
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(words).toEqual([]);
});
