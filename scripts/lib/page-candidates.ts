import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Candidates } from '../../lib/detect/types';

/** Makes a function that gathers the candidates of a page, to be resolved outside the browser in several ways. */
export async function candidateReader(): Promise<(page: Page) => Promise<Candidates>> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join('scripts', 'bench', 'read-candidates.ts'), formats: ['iife'], name: 'minnow' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('The reader of candidates could not be built.');
  return async (page) => {
    await page.evaluate(chunk.code);
    return (await page.evaluate('minnowCandidates()')) as Candidates;
  };
}
