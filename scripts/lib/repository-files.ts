import { readdirSync, readFileSync } from 'node:fs';

/** Lines of .gitignore: names of files and folders from the top, or `*` and an ending. */
const ignoredLines = (): string[] => readFileSync('.gitignore', 'utf8').split('\n').filter(Boolean);

/** Files of the repository as paths from its top, sorted, without those that .gitignore names. */
export function repositoryFiles(): string[] {
  const ignored = ignoredLines();
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
  return list('').sort();
}

/** What .gitignore names, as glob patterns. */
export function ignoredGlobs(): string[] {
  return ignoredLines().flatMap((line) => {
    if (line.startsWith('*')) return [`**/${line}`];
    const path = line.replace(/\/$/, '');
    return [path, `${path}/**`];
  });
}
