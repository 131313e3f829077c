import type { Page } from 'puppeteer-core';
import type { Size, Stage } from './stage';

/** One surface in one state, of which a picture is taken in light and in dark. */
export interface Surface {
  name: string;
  /** The page of the extension that it needs; without such a page in the build, no picture is taken. */
  needs?: string;
  /** Brings it about; what is shown afterwards is the picture. */
  show(stage: Stage): Promise<Page>;
  /** The whole page, however long. */
  whole?: true;
}

const WINDOW: Size = { width: 1280, height: 900 };
const NARROW: Size = { width: 400, height: 800 };
const POPUP: Size = { width: 384, height: 600 };
const PANEL: Size = { width: 400, height: 900 };

/** A surface is one entry: a sample page, or one of Minnow's own pages, perhaps with something done first. */
export const SURFACES: Surface[] = [
  sample('article', 'article.html'),
  sample('article-narrow', 'article.html', NARROW),
  sample('card', 'article.html', WINDOW, (stage, tab) => stage.card(tab)),
  sample('quote-page', 'quote.html'),
  sample('quote-page-card', 'quote.html', WINDOW, (stage, tab) => stage.card(tab, 'Enerpac')),
  sample('watchlist', 'watchlist.html'),
  own('popup', 'popup.html', POPUP, 'article.html'),
  own('popup-nothing-found', 'popup.html', POPUP, 'recipe.html'),
  own('popup-on-no-page', 'popup.html', POPUP),
  own('options', 'options.html', WINDOW),
  own('options-narrow', 'options.html', NARROW),
  own('side-panel', 'sidepanel.html', PANEL, 'article.html'),
  own('side-panel-wide', 'sidepanel.html', { width: 800, height: 900 }, 'article.html'),
  own('first-page', 'welcome.html', WINDOW),
  own('look-up', 'lookup.html', POPUP),
];

function sample(
  name: string,
  file: string,
  size = WINDOW,
  then?: (stage: Stage, tab: Awaited<ReturnType<Stage['sample']>>) => Promise<void>,
): Surface {
  return {
    name,
    async show(stage) {
      const tab = await stage.sample(file, size);
      await then?.(stage, tab);
      return tab.page;
    },
  };
}

/** A page of the extension, whole, beside an open sample page if one is given. */
function own(name: string, path: string, size: Size, beside?: string): Surface {
  return {
    name,
    needs: path,
    whole: true,
    async show(stage) {
      if (beside) await (await stage.sample(beside, WINDOW)).page.bringToFront();
      return stage.own(path, size);
    },
  };
}
