import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ThesisView } from '../../lib/messages';
import { BROWSERS } from '../../scripts/lib/browsers';
import { until, useBrowser } from './stage';

/** Alters one byte in the middle of every file of the data set. */
function damage(extension: string): void {
  const folder = join(extension, 'data');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (!statSync(file).isFile()) continue;
    const bytes = readFileSync(file);
    const middle = bytes.length >> 1;
    bytes[middle] = bytes[middle]! ^ 0xff;
    writeFileSync(file, bytes);
  }
}

const CASES = [
  { what: 'damaged', change: damage },
  {
    what: 'missing',
    change: (extension: string) => rmSync(join(extension, 'data'), { recursive: true, force: true }),
  },
];

describe.each(BROWSERS.flatMap((browser) => CASES.map((one) => ({ browser, ...one }))))(
  'with $what data in $browser',
  ({ browser, what, change }) => {
    const minnow = useBrowser(browser, change);

    test('the extension runs, says that it has no data, and shows no badge', async () => {
      const open = await minnow.open('article.html');
      expect(open.report.mentions).toEqual([]);
      expect(await open.badges()).toEqual([]);

      const { report, data } = await minnow.session.sendToBackground<ThesisView>({ type: 'thesis' });
      expect(report).toBeNull();
      expect(data.state).toBe(what);
      expect(data.message).toMatch(/\w+ \w+/);

      const popup = await minnow.session.openExtensionPage('popup.html');
      await until(
        () => popup.evaluate((words) => document.body.textContent.includes(words), data.message!),
        'the popup to say so',
      );
      await popup.close();
      await open.close();
    });
  },
);
