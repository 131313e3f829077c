import { readFileSync } from 'node:fs';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { contentType } from './content-type';
import { fileBeside, type PageSource } from './pages';

/** A page that keeps loading itself is answered this often, then left as it is. */
const MAX_LOADS = 3;

/**
 * Serves saved pages to a tab under their own address, with the files saved beside them. Nothing reaches the
 * network: every other request fails at once, and the page cannot leave its address.
 */
export class SavedPageServer {
  #source: PageSource | undefined;
  #loads = 0;

  static async on(page: Page): Promise<SavedPageServer> {
    const server = new SavedPageServer();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      // A request that the page has given up meanwhile can be neither answered nor refused; that is no error.
      server
        .#answer(request, page)
        .catch(() => request.abort())
        .catch(() => undefined);
    });
    return server;
  }

  /** Chooses what the tab gets next; a page on the network passes unchanged. */
  show(source: PageSource): void {
    this.#source = source;
    this.#loads = 0;
  }

  async #answer(request: HTTPRequest, page: Page): Promise<void> {
    const source = this.#source;
    if (!source?.file) return request.continue();
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      this.#loads += 1;
      const itself = sameAddress(request.url(), source.url) && this.#loads <= MAX_LOADS;
      // "No content" makes a browser stay where it is.
      return itself ? respond(request, source.file, source) : request.respond({ status: 204 });
    }
    const file = fileBeside(source, request.url());
    return file ? respond(request, file) : request.abort();
  }
}

function respond(request: HTTPRequest, file: string, page?: PageSource): Promise<void> {
  const body = readFileSync(file);
  const headers = page?.still ? { 'content-security-policy': "script-src 'none'" } : undefined;
  return request.respond({ status: 200, contentType: contentType(file, body, page?.charset), headers, body });
}

/** Equal but for fragment and scheme: a browser may upgrade http by itself. */
function sameAddress(a: string, b: string): boolean {
  const bare = (url: string) => url.replace(/^https?:/, '').replace(/#.*$/, '');
  return bare(a) === bare(b);
}
