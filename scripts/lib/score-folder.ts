import { type BrowserName, ensureBrowsers } from './browsers';
import { copyExtension } from './extension';
import { judge, smallCapTest } from './judge';
import { extensionUnderTest } from './packages';
import { findPages } from './pages';
import { type Scores, score } from './score';
import { type VisitAllOptions, visitAll } from './visit-all';

/** Runs every page of a folder through a browser and scores what was found against the hand-made answers. */
export async function scoreFolder(
  folder: string,
  browser: BrowserName,
  onPage?: VisitAllOptions['onPage'],
): Promise<{ scores: Scores; errors: string[] }> {
  const pages = findPages([folder], process.cwd());
  const copy = copyExtension(extensionUnderTest(browser));
  try {
    const reports = await visitAll(pages, {
      browser,
      program: ensureBrowsers([browser])[browser],
      extension: copy.folder,
      headless: true,
      tabs: 2,
      ...(onPage && { onPage }),
    });
    return {
      scores: score(judge(pages, reports), await smallCapTest()),
      errors: reports.flatMap(({ page, errors }) => errors.map((error) => `${page}: ${error}`)),
    };
  } finally {
    copy.remove();
  }
}
