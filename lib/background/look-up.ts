import browser, { type Omnibox } from 'webextension-polyfill';
import { t } from '../i18n';
import { LOOKUP_KEY } from '../lookup/key';
import type { FoundCompany } from '../messages';

const PAGE = 'lookup.html';
const MENU = 'look-up';
const WINDOW = { width: 460, height: 760 };

/** Ways to look a company up: the menu on selected text, and the address bar. */
export function startLookUp(
  find: (text: string) => Promise<FoundCompany[]>,
  report: (error: unknown) => void,
): { install(): Promise<void> } {
  browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText = '' }) => {
    if (menuItemId === MENU) openLookUp(selectionText).catch(report);
  });
  browser.omnibox?.setDefaultSuggestion({ description: t('lookup.address') });
  browser.omnibox?.onInputChanged.addListener((text, suggest) => {
    find(text).then(
      (companies) =>
        suggest(
          companies.map(({ ticker, name }) => ({ content: ticker, description: described(ticker, name) })),
        ),
      () => suggest([]),
    );
  });
  browser.omnibox?.onInputEntered.addListener((text, disposition) => {
    openLookUp(text, disposition).catch(report);
  });
  return {
    /** The browser keeps the menu until the next update. */
    async install() {
      await browser.contextMenus?.removeAll();
      browser.contextMenus?.create({ id: MENU, title: t('lookup.menu'), contexts: ['selection'] });
    },
  };
}

/** Shows what a text stands for: in the page that is open for that, in the current tab, or in a window of its own. */
async function openLookUp(text: string, where?: Omnibox.OnInputEnteredDisposition): Promise<void> {
  await browser.storage.session.set({ [LOOKUP_KEY]: text });
  const url = browser.runtime.getURL(PAGE);
  if (where === 'currentTab') await browser.tabs.update({ url });
  else if (where !== undefined) await browser.tabs.create({ url, active: where === 'newForegroundTab' });
  else if (!(await isShown(text))) {
    // Phones have no windows.
    if (browser.windows) await browser.windows.create({ type: 'popup', url, ...WINDOW });
    else await browser.tabs.create({ url });
  }
}

/** Whether a page for this is open, which then shows the text and comes to the front. */
async function isShown(text: string): Promise<boolean> {
  return (await browser.runtime.sendMessage({ type: 'show-look-up', text }).catch(() => false)) === true;
}

/** A suggestion. Chrome reads it as markup, so what would be markup is written as text. */
function described(ticker: string, name: string): string {
  const words = t('lookup.suggestion', { ticker, name });
  return import.meta.env.FIREFOX ? words : words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
