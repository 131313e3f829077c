import { t } from '../i18n';

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
  if (url === undefined || !URL.canParse(url)) return t('popup.unreadable.browser');
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'file:') return t('popup.unreadable.file');
  if (protocol !== 'https:' && protocol !== 'http:') {
    return t('popup.unreadable.browser');
  }
  if (STORES.includes(hostname)) return t('popup.unreadable.store');
  if (/\.pdf$/i.test(pathname)) return t('popup.unreadable.pdf');
  return null;
}
