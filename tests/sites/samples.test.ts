import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Directory } from '../../lib/detect/directory';
import { quoteSymbol, siteOf, sites } from '../../lib/sites';
import { findPages } from '../../scripts/lib/pages';
import { directory } from '../detect/helper';
import { domGlobals, LivePage } from '../detect/live-page';

const FOLDER = 'tests/pages/sites';
const fileOf = (id: string) => `${FOLDER}/${id}.html`;
/** What a sample says of itself: the symbol that it is about, or names first. */
const symbolOf = (html: string) => /<meta name="sample" content="([A-Z]+)">/.exec(html)?.[1];

let names: Directory;
beforeAll(async () => {
  names = await directory();
  domGlobals();
});

test('every site file has its sample page, and there is no other', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(sites.map(({ id }) => `${id}.html`).toSorted());
});

describe.each(sites.map((site) => [site.id, site] as const))('the sample of %s', (id, site) => {
  const html = readFileSync(fileOf(id), 'utf8');
  const { url } = findPages([fileOf(id)], process.cwd())[0]!;
  const symbol = symbolOf(html);

  test('stands at an address of the site, by which a quote page says whose it is', () => {
    expect(siteOf(url)?.id).toBe(id);
    // A site with a place for the header badge has quote pages; news, and lists of an account, have none.
    if (site.header) expect(quoteSymbol(url)).toBe(symbol);
    else expect([null, symbol]).toContain(quoteSymbol(url));
  });

  test('is read: its company is found, in the header where the badge of a quote page goes', async () => {
    document.documentElement.innerHTML = html;
    const page = new LivePage(names);
    await page.read([document.body]);
    const own = page.found().filter(({ ticker }) => ticker === symbol);
    expect(own).not.toEqual([]);
    if (!site.header) return;
    const headers = [...document.querySelectorAll(site.header)];
    expect(headers.some((header) => own.some(({ line }) => header.contains(line.element)))).toBe(true);
  });
});

describe('the table of sites in the README', () => {
  const rows = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => line.includes(`](${FOLDER}/`));

  test('has one row for each, with its hosts and its sample', () => {
    const wanted = sites.map(
      ({ id, name, hosts }) => `| ${name} | ${hosts.join(', ')} | [${id}](${fileOf(id)}) |`,
    );
    expect(rows.toSorted()).toEqual(wanted.toSorted());
  });
});
