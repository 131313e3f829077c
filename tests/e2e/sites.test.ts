import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { siteOf } from '../../lib/sites';
import { BROWSERS, ensureBrowsers } from '../../scripts/lib/browsers';
import { copyExtension } from '../../scripts/lib/extension';
import { seeBadges } from '../../scripts/lib/in-page';
import { extensionUnderTest } from '../../scripts/lib/packages';
import { findPages } from '../../scripts/lib/pages';
import { visitAll } from '../../scripts/lib/visit-all';
import { until } from './stage';

const samples = findPages(['tests/pages/sites'], process.cwd());

test.each(BROWSERS)(
  'the sample of every site is read in %s, with a badge in the header of each quote page',
  async (browser) => {
    const copy = copyExtension(extensionUnderTest(browser));
    const bare: string[] = [];
    try {
      const reports = await visitAll(samples, {
        browser,
        program: ensureBrowsers([browser])[browser],
        extension: copy.folder,
        headless: true,
        tabs: 3,
        async onPage({ page, url }, visitor) {
          if (!siteOf(url)?.header || !visitor) return;
          const { session, tab } = visitor;
          const header = async () =>
            (await session.runInTab(tab.id, seeBadges)).some(({ form }) => form === 'header');
          await until(header, 'a badge in the header').catch(() => bare.push(page));
        },
      });
      const missed = reports.filter(({ page, mentions }) => {
        const html = readFileSync(`tests/pages/sites/${page}`, 'utf8');
        return !mentions.some(({ ticker }) => html.includes(`<meta name="sample" content="${ticker}">`));
      });
      expect(missed.map(({ page }) => page)).toEqual([]);
      expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
      expect(bare).toEqual([]);
    } finally {
      copy.remove();
    }
  },
  180_000,
);
