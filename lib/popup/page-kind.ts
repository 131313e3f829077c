/** Sites on which browsers run no extension. */
const STORES = [
  'chromewebstore.google.com',
  'addons.mozilla.org',
  'microsoftedge.microsoft.com',
  'addons.opera.com',
];

/**
 * Why no extension can read a page, in the user's words; null for a page that can be read.
 * @param url undefined when the browser does not tell, which it does not for its own pages
 */
export function whyUnreadable(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url))
    return 'This is a page of the browser itself. No extension may read it.';
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'file:') return 'This is a file on your device. Minnow reads pages on the web.';
  if (protocol !== 'https:' && protocol !== 'http:') {
    return 'This is a page of the browser itself. No extension may read it.';
  }
  if (STORES.includes(hostname)) return 'The browser lets no extension read the pages of its store.';
  if (/\.pdf$/i.test(pathname)) return 'This is a PDF file. Minnow reads web pages only.';
  return null;
}
