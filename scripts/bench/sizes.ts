import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '../lib/build';
import type { Row } from './row';

const KB = 1024;

/** What each surface may load before it shows something, packed; a page's own scripts and styles with all they import. */
const LIMITS_KB: Record<string, number> = {
  'overlay.js': 12,
  'lines.js': 9,
  'badges.js': 14,
  'card.js': 80,
  'background.js': 90,
  'popup.html': 36,
  'options.html': 50,
  'sidepanel.html': 60,
  'welcome.html': 70,
  'lookup.html': 32,
};

/** Size of what each surface loads, packed, against its stated limit. */
export async function sizes(): Promise<Row[]> {
  const folder = ensureBuilt('chromium');
  return Object.entries(LIMITS_KB).map(([surface, limit]) => {
    const files = new Set<string>();
    collect(folder, surface, files);
    const bytes = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length,
      0,
    );
    return {
      name: `size-${surface.replace(/\.\w+$/, '')}`,
      what: `${(bytes / KB).toFixed(1)} KB packed / ${limit} KB`,
      ratio: bytes / KB / limit,
      limit: 1,
    };
  });
}

const FROM_PAGE = /<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+\.(?:js|css))"/g;
/** Imports that are loaded with the file; those loaded later are calls. */
const FROM_SCRIPT = /\b(?:import|from)\s*["']([^"']+\.js)["']/g;

/** A file and everything that it loads at once. */
function collect(folder: string, file: string, files: Set<string>): void {
  const path = join(folder, file);
  if (files.has(path)) return;
  if (!existsSync(path)) throw new Error(`The build holds no ${file}.`);
  files.add(path);
  const text = readFileSync(path, 'utf8');
  if (file.endsWith('.html'))
    for (const [, named] of text.matchAll(FROM_PAGE)) collect(folder, named!, files);
  if (file.endsWith('.js')) {
    for (const [, named] of text.matchAll(FROM_SCRIPT)) {
      const target = named!.startsWith('/') ? named!.slice(1) : join(dirname(file), named!);
      collect(folder, target, files);
    }
  }
}
