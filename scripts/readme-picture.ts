// Takes the README's picture from the built extension: the sample article with a card open, beside the popup.
// npx tsx scripts/readme-picture.ts
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureBrowsers } from './lib/browsers';
import { ensureBuilt } from './lib/build';
import { copyExtension } from './lib/extension';
import { seeBadges } from './lib/in-page';
import { findPages } from './lib/pages';
import { startSession } from './lib/session';
import { openVisitor } from './lib/visit';

const ROOT = join(import.meta.dirname, '..');
const FILE = join(ROOT, 'docs', 'screenshots', 'article.png') as `${string}.png`;
const PAGE = { width: 920, height: 960, deviceScaleFactor: 2 };
const POPUP = { width: 384, height: 960, deviceScaleFactor: 2 };
/** Milliseconds for badges, card and chart to be drawn. */
const PAINT = 1_500;

const { chromium } = ensureBrowsers(['chromium']);
const copy = copyExtension(ensureBuilt('chromium'));
const session = await startSession({
  browser: 'chromium',
  program: chromium,
  extension: copy.folder,
  headless: true,
});
try {
  const { tab, visit } = await openVisitor(session);
  await tab.page.setViewport(PAGE);
  await visit(findPages([join('tests', 'pages', 'article.html')], ROOT)[0]!);
  await sleep(PAINT);
  const [badge] = await session.runInTab(tab.id, seeBadges);
  if (!badge) throw new Error('The sample article shows no badge.');
  await tab.page.mouse.move(badge.x + badge.width / 2, badge.y + badge.height / 2);
  await sleep(PAINT);
  const article = await tab.page.screenshot({ encoding: 'base64' });

  await tab.page.bringToFront();
  const popup = await session.openExtensionPage('popup.html');
  await popup.setViewport(POPUP);
  await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await sleep(PAINT);
  const side = await popup.screenshot({ encoding: 'base64' });

  const sheet = (await session.newTab()).page;
  const [width, height] = [PAGE.width + POPUP.width, PAGE.height];
  await sheet.setViewport({ width, height, deviceScaleFactor: 1 });
  await sheet.setContent(
    `<body style="margin:0;display:flex">${[article, side]
      .map((image) => `<img height="${height}" src="data:image/png;base64,${image}">`)
      .join('')}`,
  );
  mkdirSync(dirname(FILE), { recursive: true });
  await sheet.screenshot({ path: FILE });
  console.log(`${FILE.slice(ROOT.length + 1)}: ${Math.round(readFileSync(FILE).length / 1000)} kB`);
} finally {
  await session.close();
  copy.remove();
}
