// Draws public/icons/minnow.svg as the PNG icons that the browsers ask for, next to it: npx tsx scripts/icons.ts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { ensureBrowsers } from './lib/browsers';

const SIZES = [16, 32, 48, 96, 128];
const folder = join(import.meta.dirname, '..', 'public', 'icons');
const svg = readFileSync(join(folder, 'minnow.svg'), 'utf8');

const browser = await puppeteer.launch({
  executablePath: ensureBrowsers(['chromium']).chromium,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`);
    await page.screenshot({ path: join(folder, `${size}.png`) as `${string}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
