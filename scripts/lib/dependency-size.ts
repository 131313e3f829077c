import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { repositoryFiles } from './repository-files';

/** Bytes that a package adds to the extension, minified. */
export interface DependencySize {
  minified: number;
  gzip: number;
}

/** What the extension imports of a package, by module: "preact" and "preact/hooks" are two. */
type Imports = Map<string, Set<string>>;

const SHIPPED = /^(?:entrypoints|components|lib)\/.*\.tsx?$/;
const IMPORT = /^import (?!type\b)([^'";]+?) from '([^'.][^']*)'/gm;
const ENTRY = 'virtual:entry';

/**
 * Measures each package by what our sources import of it, bundled and minified as for a release, without the other
 * packages of the list.
 */
export async function dependencySizes(names: string[]): Promise<Map<string, DependencySize>> {
  const imports = await importsOfShipped();
  const sizes = new Map<string, DependencySize>();
  for (const name of names) {
    const modules = [...imports].filter(([module]) => packageOf(module) === name);
    if (modules.length === 0) throw new Error(`Nothing of the package ${name} is imported.`);
    const code = await bundle(
      modules,
      names.filter((other) => other !== name),
    );
    sizes.set(name, { minified: Buffer.byteLength(code), gzip: gzipSync(code, { level: 9 }).length });
  }
  return sizes;
}

const packageOf = (module: string) => module.split('/', module.startsWith('@') ? 2 : 1).join('/');

async function importsOfShipped(): Promise<Imports> {
  // The compiler writes these where we write markup.
  const imports: Imports = new Map([['preact/jsx-runtime', new Set(['jsx', 'jsxs', 'Fragment'])]]);
  for (const file of repositoryFiles().filter((path) => SHIPPED.test(path))) {
    const text = readFileSync(file, 'utf8');
    for (const [, clause = '', module = ''] of text.matchAll(IMPORT)) {
      const names = imports.get(module) ?? new Set();
      for (const name of await namesIn(clause, module, text)) names.add(name);
      imports.set(module, names);
    }
  }
  return imports;
}

/** The names that an import clause takes from a module. */
async function namesIn(clause: string, module: string, text: string): Promise<string[]> {
  const alias = /\* as (\w+)/.exec(clause)?.[1];
  if (alias) {
    const held = Object.keys(await import(module));
    const used = [...text.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, 'g'))].map(([, name]) => name!);
    return used.filter((name) => held.includes(name));
  }
  const braces = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
  const named = braces
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part && !part.startsWith('type '))
    .map((part) => part.split(' as ')[0]!);
  return /^\w/.test(clause) ? ['default', ...named] : named;
}

async function bundle(modules: [string, Set<string>][], external: string[]): Promise<string> {
  const source = modules
    .flatMap(([module, names], i) =>
      [...names].map((name) => `export { ${name} as ${name}_${i} } from '${module}';`),
    )
    .join('\n');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'production',
    plugins: [
      {
        name: 'entry',
        resolveId: (id: string) => (id === ENTRY ? id : undefined),
        load: (id: string) => (id === ENTRY ? source : undefined),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        external: (id) => external.includes(packageOf(id)),
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`${modules[0]?.[0]} could not be bundled.`);
  return chunk.code;
}
