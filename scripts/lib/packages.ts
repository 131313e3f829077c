import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { BrowserName } from './browsers';
import { ensureBuilt } from './build';

/** Browsers whose stores get a package of their own. */
export const PACKED = ['chrome', 'edge', 'firefox'] as const;
export type PackedBrowser = (typeof PACKED)[number];

/** What `npm run zip` makes is here. */
export const PACKAGES_FOLDER = '.output';
/** Checksums of the packages, in the form that `sha256sum -c` reads. */
export const CHECKSUMS = 'SHA256SUMS';

/** Path of a package, or of the sources. */
export function packageFile(kind: PackedBrowser | 'sources'): string {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return join(PACKAGES_FOLDER, `${name}-${version}-${kind}.zip`);
}

/** Contents of a zip archive by path, in its order. Throws when there is none. */
export function unzip(file: string): Record<string, Uint8Array> {
  if (!existsSync(file)) throw new Error(`There is no ${file}: npm run zip makes it.`);
  return unzipSync(readFileSync(file));
}

/** Unpacks an archive into a folder, which holds nothing else afterwards. */
export function unpack(file: string, folder: string): string {
  const contents = Object.entries(unzip(file));
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of contents) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

/** The folder of a package as it is shipped, unpacked. */
export function unpackedPackage(browser: PackedBrowser): string {
  return unpack(packageFile(browser), resolve('.cache', 'packages', browser));
}

/** The extension that end-to-end tests run: the package where MINNOW_PACKAGES is set, else a build. */
export function extensionUnderTest(browser: BrowserName): string {
  if (!process.env.MINNOW_PACKAGES) return ensureBuilt(browser);
  return unpackedPackage(browser === 'chromium' ? 'chrome' : browser);
}
