import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../lib/session';

const SIZES = [16, 32, 48, 96, 128];
const FOLDER = join('public', 'icons');

/** Draws public/icons/minnow.svg as the PNG icons that the browsers and stores ask for, next to it. */
export async function drawIcons(session: Session): Promise<void> {
  const svg = readFileSync(join(FOLDER, 'minnow.svg'), 'utf8');
  const { page } = await session.newTab();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
    await page.screenshot({ path: join(FOLDER, `${size}.png`) as `${string}.png`, omitBackground: true });
  }
  await page.close();
}
