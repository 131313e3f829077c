import { isAscii, isUtf8 } from 'node:buffer';
import { extname } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xhtml': 'application/xhtml+xml',
};

/**
 * Content type of a saved file. Saved pages are often stored as UTF-8 whatever their own markup says, so bytes
 * that are valid UTF-8 beyond ASCII are called that; otherwise `charset`, or else the browser, decides.
 */
export function contentType(file: string, body: Uint8Array, charset?: string): string {
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  if (!type.startsWith('text/') || isAscii(body)) return type;
  if (isUtf8(body)) return `${type}; charset=utf-8`;
  return charset ? `${type}; charset=${charset}` : type;
}
