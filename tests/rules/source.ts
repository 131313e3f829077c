import { readdirSync, readFileSync } from 'node:fs';

/** Files of the repository as paths from its top, without those that .gitignore names. */
export function repositoryFiles(): string[] {
  const ignored = read('.gitignore').split('\n').filter(Boolean);
  const isIgnored = (path: string) =>
    path === '.git' ||
    ignored.some((line) =>
      line.startsWith('*') ? path.endsWith(line.slice(1)) : path === line.replace(/\/$/, ''),
    );
  const list = (folder: string): string[] =>
    readdirSync(folder || '.', { withFileTypes: true }).flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (isIgnored(path)) return [];
      return entry.isDirectory() ? list(path) : [path];
    });
  return list('');
}

export const read = (file: string): string => readFileSync(file, 'utf8');

/** What a source file imports, as written. */
export function importsOf(file: string): string[] {
  const text = read(file);
  const from = /\b(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g;
  const bare = /\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(from), ...text.matchAll(bare)].map(([, path]) => path!);
}
