import { readdirSync } from 'node:fs';
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build';
import { parseAst } from 'vite';
import { repositoryFiles } from '../../scripts/lib/repository-files';
import { read } from '../rules/source';

const FOLDER = 'lib/i18n';

/** A text's forms: the only one, or that for one and that for more. */
export type Texts = Map<string, string[]>;

/** Languages beside English that have a file. */
export const LANGUAGES = readdirSync(FOLDER)
  .flatMap((file) => /^(.+)\.yml$/.exec(file)?.[1] ?? [])
  .filter((language) => language !== 'en');

/** The texts of a language by key. */
export async function textsOf(language: string): Promise<Texts> {
  const messages = await messagesOf(language);
  return new Map(messages.map((message) => [message.key.join('.'), formsOf(message)]));
}

/** Forms that a text with numbers has, "" for a text without; in order. */
export async function pluralsOf(language: string): Promise<Map<string, string>> {
  const messages = await messagesOf(language);
  return new Map(
    messages.map((message) => [
      message.key.join('.'),
      message.type === 'plural' ? Object.keys(message.plurals).sort().join() : '',
    ]),
  );
}

/** Without those that the browser itself gives ("@@ui_locale"). */
async function messagesOf(language: string): Promise<ParsedMessage[]> {
  const messages = await parseMessagesFile(`${FOLDER}/${language}.yml`);
  return messages.filter(({ key }) => !key[0]!.startsWith('@@'));
}

function formsOf(message: ParsedMessage): string[] {
  return message.type === 'plural' ? Object.values(message.plurals) : [message.message];
}

/** What is filled into a text, sorted: "{name}", "$1". */
export const fillingsOf = (text: string): string[] =>
  [...new Set(text.replaceAll('$$', '').match(/\{\w+\}|\$\d/g) ?? [])].sort();

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** Source files that ship and can speak, with their syntax. */
export const SOURCES: { file: string; text: string; program: Node }[] = repositoryFiles()
  .filter((file) => /^(?:components|entrypoints|lib)\/.*\.tsx?$|^wxt\.config\.ts$/.test(file))
  .map((file) => {
    const text = read(file);
    return {
      file,
      text,
      program: parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node,
    };
  });

/** Each node below this one, and itself, unless `skip` says to leave it out with all that is in it. */
export function* nodesOf(node: Node, skip: (node: Node) => boolean = () => false): Generator<Node> {
  if (skip(node)) return;
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* nodesOf(child, skip);
    }
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** A literal's text. */
export const literal = (node: Node): string | undefined =>
  node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;

/** The fixed parts of a template, e.g. ["thesis.what.", ""]. */
export const partsOf = (node: Node): string[] | undefined =>
  node.type === 'TemplateLiteral'
    ? (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
    : undefined;

/** `t(…)` */
export const isSpoken = (node: Node): boolean =>
  node.type === 'CallExpression' && (node.callee as Node & { name?: string }).name === 't';
export type { Node };
