import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that the extension may be built from. */
export interface ProductionPackage {
  name: string;
  version: string;
  /** SPDX expression that the package gives. */
  license: string;
  /** Its folder, from the top of the repository. */
  folder: string;
}

/** Tools of which a few lines ship too; what they need themselves does not. */
export const SHIPPED_TOOLS = ['@wxt-dev/i18n', 'wxt'];

/** Packages that give their license by no name of SPDX, as their license text says it. */
const BY_TEXT: Record<string, string> = { 'fossil-delta': 'BSD-2-Clause' };

interface Locked {
  version: string;
  dependencies?: Record<string, string>;
}

/** Every package that ships in the extension: its dependencies, with those that they need in turn, by name. */
export function productionTree(root = '.'): ProductionPackage[] {
  const lock: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );
  const folders = new Set(SHIPPED_TOOLS.map((name) => `node_modules/${name}`));
  const add = (from: string) => {
    for (const name of Object.keys(lock.packages[from]?.dependencies ?? {})) {
      const folder = resolved(from, name, lock.packages);
      if (folders.has(folder)) continue;
      folders.add(folder);
      add(folder);
    }
  };
  add('');
  return [...folders]
    .map((folder) => {
      const { license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const { version } = lock.packages[folder]!;
      return { name, version, license: BY_TEXT[name] ?? String(license), folder };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where a package finds another: beside its own packages, or further up. */
function resolved(from: string, name: string, packages: Record<string, Locked>): string {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const folder = `${base ? `${base}/` : ''}node_modules/${name}`;
    if (packages[folder]) return folder;
    if (!base) throw new Error(`The lock file holds no ${name}, which ${from || 'the extension'} needs.`);
  }
}

/** The licenses of everything in the extension, as they ask, in one text. */
export function licenseTexts(root: string): string {
  const parts = productionTree(root).map(
    ({ name, version, license, folder }) =>
      `${name} ${version} (${license})\n\n${licenseText(join(root, folder))}\n`,
  );
  return `Minnow contains these packages, each under its own license.\n\n${parts.join('\n----\n\n')}`;
}

/** The license text that a package holds; where it stands, for one that holds none. */
function licenseText(folder: string): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
  if (file) return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  const { author, homepage, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `By ${author?.name ?? author ?? 'its contributors'}: ${repository?.url ?? homepage}`;
}
