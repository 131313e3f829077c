import { readFileSync } from 'node:fs';

export const read = (file: string): string => readFileSync(file, 'utf8');

/** What a source file imports, as written. */
export function importsOf(file: string): string[] {
  const text = read(file);
  const from = /\b(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/g;
  const bare = /\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...text.matchAll(from), ...text.matchAll(bare)].map(([, path]) => path!);
}
