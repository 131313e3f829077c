import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EVERYWHERE = '*://*/*';

interface Manifest {
  host_permissions?: string[];
  content_scripts?: { matches?: string[] }[];
}

/** A copy of a built extension that runs on every site, in a folder of its own. */
export interface ExtensionCopy {
  folder: string;
  remove(): void;
}

/**
 * Copies a built extension to a temporary folder and lets it run on every page, as a user can in the options.
 * `change` may alter the copy further, to see how the extension takes it.
 */
export function copyExtension(built: string, change?: (folder: string) => void): ExtensionCopy {
  const folder = mkdtempSync(join(tmpdir(), 'minnow-extension-'));
  cpSync(built, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.host_permissions = [EVERYWHERE];
  for (const script of manifest.content_scripts ?? []) script.matches = [EVERYWHERE];
  writeFileSync(file, JSON.stringify(manifest));
  change?.(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
