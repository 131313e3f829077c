import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const SOURCE = readFileSync(
  createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'),
  'utf8',
);

/** The article that Firefox's reader view makes of a page, as markup. */
export function readable(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    ${SOURCE}
    return new Readability(document.cloneNode(true)).parse().content;
  })()`) as Promise<string>;
}
