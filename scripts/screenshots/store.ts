import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '../../lib/i18n';
import { imageOf, type Size, type Stage } from './stage';

/** The size that all three stores take. */
const STORE: Size = { width: 1280, height: 800 };
const TILE: Size = { width: 440, height: 280 };
const SIDE = 400;

/** Pictures for the stores' pages, made in a folder. Answers their names. */
export const STORE_PICTURES: Record<string, (stage: Stage, file: string) => Promise<void>> = {
  '1-article.png': async (stage, file) => {
    const tab = await stage.sample('article.html', STORE);
    await stage.card(tab);
    await tab.page.screenshot({ path: file as `${string}.png` });
  },
  '2-quote-page.png': async (stage, file) => {
    const tab = await stage.sample('quote.html', STORE);
    await stage.card(tab, 'Enerpac');
    await tab.page.screenshot({ path: file as `${string}.png` });
  },
  '3-popup.png': (stage, file) => beside(stage, 'popup.html', file),
  '4-side-panel.png': (stage, file) => beside(stage, 'sidepanel.html', file),
  '5-options.png': async (stage, file) => {
    const page = await stage.own('options.html', STORE);
    await page.screenshot({ path: file as `${string}.png` });
  },
  'tile-440x280.png': (stage, file) => stage.sheet(tile(), TILE, file),
};

/** The README's picture: an article with a card open, and the popup in the dark. */
export async function readmePicture(light: Stage, dark: Stage, file: string): Promise<void> {
  const size = { width: 920, height: 960 };
  const tab = await light.sample('article.html', size, 2);
  await light.card(tab);
  await (await dark.sample('article.html', size)).page.bringToFront();
  const popup = await dark.own('popup.html', { width: 384, height: size.height }, 2);
  const images = [await imageOf(tab.page, 'width:920px'), await imageOf(popup, 'width:384px')];
  await light.sheet(`<div style="display:flex">${images.join('')}</div>`, { width: 1304, height: 960 }, file);
}

/** An article with one of Minnow's own pages at its right side. */
async function beside(stage: Stage, path: string, file: string): Promise<void> {
  const tab = await stage.sample('article.html', { ...STORE, width: STORE.width - SIDE });
  await tab.page.bringToFront();
  const page = await stage.own(path, { width: SIDE, height: STORE.height });
  const images = [await imageOf(tab.page), await imageOf(page, 'box-shadow:-1px 0 #c9d3d1')];
  await stage.sheet(`<div style="display:flex">${images.join('')}</div>`, STORE, file);
}

/** Icon, name and what it is for, as the extension says them itself. */
function tile(): string {
  const icon = readFileSync(join('public', 'icons', 'minnow.svg'), 'utf8');
  const [name, purpose] = t('extName').split(': ');
  return `
    <style>
      body { display: grid; place-content: center; justify-items: center; gap: 14px; height: 100vh;
        background: #f4f7f7; color: #12211f; font: 20px/1.3 system-ui, sans-serif; }
      svg { width: 96px; height: 96px; }
      b { font-size: 40px; font-weight: 650; letter-spacing: -0.02em; line-height: 1; }
      span { color: #45605c; }
    </style>
    ${icon}<b>${name}</b><span>${purpose}</span>`;
}
