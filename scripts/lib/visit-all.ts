import { setTimeout as sleep } from 'node:timers/promises';
import type { PageSource } from './pages';
import type { PageReport } from './report';
import { type Session, type SessionOptions, startSession } from './session';
import { openVisitor, type Visitor } from './visit';

export interface VisitAllOptions extends SessionOptions {
  /** Tabs at work side by side. */
  tabs: number;
  /** Called with each report, in the order in which they are done; the tab still shows the page, if it could be opened. */
  onPage?: (report: PageReport, visitor: Visitor | undefined) => Promise<void> | void;
}

/** How often a page is tried when the browser dies under it. */
const ATTEMPTS = 2;
/** Milliseconds a tab gets for closing before the whole browser is restarted. */
const CLOSE_LIMIT = 5_000;

/**
 * Visits every page and reports on each, in the order given. A page that fails is reported with its error and
 * the rest goes on; a browser that dies is started again. Throws when the browser cannot be started.
 */
export async function visitAll(sources: PageSource[], options: VisitAllOptions): Promise<PageReport[]> {
  const reports = new Array<PageReport>(sources.length);
  const queue = sources.map((source, index) => ({ source, index }));
  const browser = new RestartingBrowser(options);

  async function work(): Promise<void> {
    let visitor: Visitor | undefined;
    for (let job = queue.shift(); job; job = queue.shift()) {
      const { source, index } = job;
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        let session: Session | undefined;
        try {
          session = await browser.session();
          if (visitor?.session !== session) visitor = await openVisitor(session);
          const report = await visitor.visit(source);
          reports[index] = report;
          await options.onPage?.(report, visitor);
          if (report.errors.length > 0) {
            await discard(visitor);
            visitor = undefined;
          }
          break;
        } catch (error) {
          visitor = undefined;
          await browser.restart(session);
          if (attempt < ATTEMPTS) continue;
          if (!session)
            throw new Error(`${options.program} could not be started with the extension: ${wordsOf(error)}`);
          reports[index] = failed(source, options, error);
          await options.onPage?.(reports[index], undefined);
        }
      }
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.min(options.tabs, sources.length) }, work));
  } finally {
    await browser.close();
  }
  return reports;
}

/** One browser shared by all tabs; whoever finds it dead has it started again. */
class RestartingBrowser {
  #current: Promise<Session> | undefined;

  constructor(readonly options: SessionOptions) {}

  session(): Promise<Session> {
    this.#current ??= startSession(this.options);
    return this.#current;
  }

  /** Closes the browser unless another tab has already replaced it. */
  async restart(dead: Session | undefined): Promise<void> {
    const current = await this.#current?.catch(() => undefined);
    if (current !== dead) return;
    this.#current = undefined;
    await close(dead);
  }

  async close(): Promise<void> {
    await close(await this.#current?.catch(() => undefined));
  }
}

async function close(session: Session | undefined): Promise<void> {
  await Promise.race([
    session?.close().catch(() => undefined),
    sleep(CLOSE_LIMIT, undefined, { ref: false }),
  ]);
  session?.browser.process()?.kill('SIGKILL');
}

/** Closes a tab whose page misbehaved; throws when it does not close. */
async function discard({ tab }: Visitor): Promise<void> {
  const closed = await Promise.race([
    tab.page.close().then(() => true),
    sleep(CLOSE_LIMIT, false, { ref: false }),
  ]);
  if (!closed) throw new Error('its tab could not be closed');
}

function failed(source: PageSource, { browser }: SessionOptions, error: unknown): PageReport {
  return {
    page: source.name,
    url: source.url,
    browser,
    mentions: [],
    timings: {},
    errors: [`The browser failed on this page, ${ATTEMPTS} times: ${wordsOf(error)}.`],
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
