import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What each page or script may load before it shows or does something, KB packed. */
export const LIMITS_KB: Record<string, number> = {
  'overlay.js': 12,
  'lines.js': 9,
  'badges.js': 15,
  'card.js': 80,
  'background.js': 90,
  'popup.html': 36,
  'options.html': 66,
  'sidepanel.html': 70,
  'welcome.html': 70,
  'lookup.html': 32,
};

const FROM_PAGE = /<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+\.(?:js|css))"/g;
/** Imports that are loaded with a file; those that come later are calls. */
const FROM_SCRIPT = /\b(?:import|from)\s*["']([^"']+\.js)["']/g;

/** KB of 1,024 bytes, packed as gzip file by file, of what a page or script of the built extension loads at once. */
export function loadedKb(folder: string, entry: string): number {
  const files = new Set<string>();
  const collect = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const text = readFileSync(posix.join(folder, file), 'utf8');
    const pattern = file.endsWith('.html') ? FROM_PAGE : FROM_SCRIPT;
    if (file.endsWith('.css')) return;
    for (const [, named] of text.matchAll(pattern)) {
      collect(named!.startsWith('.') ? posix.join(posix.dirname(file), named!) : named!.replace(/^\//, ''));
    }
  };
  collect(entry);
  const bytes = [...files].map(
    (file) => gzipSync(readFileSync(posix.join(folder, file)), { level: 9 }).length,
  );
  return bytes.reduce((sum, one) => sum + one, 0) / 1024;
}
