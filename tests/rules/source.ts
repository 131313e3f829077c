import { readFileSync } from 'node:fs';
import { repositoryFiles } from '../../scripts/lib/repository-files';

export const read = (file: string): string => readFileSync(file, 'utf8');

/** What a source file imports, as written. */
export function importsOf(file: string): string[] {
  const text = read(file);
  const from = /\b(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g;
  const bare = /\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(from), ...text.matchAll(bare)].map(([, path]) => path!);
}

/** Hosts that the providers in lib/providers may ask, sorted. */
export function repositoryProviders(): string[] {
  const hosts = repositoryFiles()
    .filter((file) => file.startsWith('lib/providers/'))
    .flatMap((file) => [...read(file).matchAll(/\bbase: 'https:\/\/([^'/]+)'/g)].map(([, host]) => host!));
  return [...new Set(hosts)].sort();
}
