import { describe, expect, it } from 'vitest';
import { whyUnreadable } from '../../lib/popup/page-kind';

describe('a page that no extension can read', () => {
  it.each([
    [undefined, 'page of the browser itself'],
    ['about:addons', 'page of the browser itself'],
    ['chrome://extensions/', 'page of the browser itself'],
    ['view-source:https://www.reuters.com/', 'page of the browser itself'],
    ['file:///home/me/report.html', 'file on your device'],
    ['https://chromewebstore.google.com/detail/minnow', 'its store'],
    ['https://addons.mozilla.org/en-US/firefox/', 'its store'],
    ['https://www.sec.gov/files/report.PDF?download=1', 'PDF'],
  ])('%s: it says why', (url, words) => {
    expect(whyUnreadable(url)).toContain(words);
  });

  it.each(['https://www.reuters.com/markets/', 'http://localhost:8080/', 'https://example.com/pdf'])(
    '%s is none',
    (url) => {
      expect(whyUnreadable(url)).toBeNull();
    },
  );
});
