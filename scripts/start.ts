import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { showScore } from '../lib/verdicts';
import { BROWSERS, type BrowserName, ensureBrowsers } from './lib/browsers';
import { ensureBuilt } from './lib/build';
import { copyExtension } from './lib/extension';
import { judge, smallCapTest } from './lib/judge';
import { findPages } from './lib/pages';
import type { PageReport, ReportedMention } from './lib/report';
import { ensureSamplePages } from './lib/sample-pages';
import { say } from './lib/say';
import { score, scoreTable } from './lib/score';
import { takeShots } from './lib/shots';
import { table } from './lib/table';
import { visitAll } from './lib/visit-all';

const HELP = `npm start                 opens a sample article in Minnow and prints what it found
npm start -- [options]
  --page PAGE             a web address, a saved .html file, or a folder of them; may be given several times
  --browser NAME          chromium (default) or firefox; may be given twice
  --headless              no window, even where there is a display
  --report FILE           writes what was found, as JSON
  --shots DIR             writes a picture of each page
  --all-us                reports every US-listed stock found, not only small caps
  --tabs N                pages open side by side, 1 to 8 (default 2)`;

const SAMPLE = join('tests', 'pages', 'article.html');
/** Runs of more pages than this are printed a line a page. */
const MOST_IN_FULL = 5;
const MOST_TICKERS = 8;
const DEMO_SHOTS = join('.cache', 'shots');
/** Relative paths are meant from where npm was called. */
const CALLED_FROM = process.env.INIT_CWD ?? process.cwd();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      page: { type: 'string', multiple: true },
      browser: { type: 'string', multiple: true },
      headless: { type: 'boolean' },
      report: { type: 'string' },
      shots: { type: 'string' },
      'all-us': { type: 'boolean' },
      tabs: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const browsers = (values.browser ?? ['chromium']).map(browserNamed);
  const tabs = numberOfTabs(values.tabs ?? '2');
  await ensureSamplePages();
  const pages = values.page ? findPages(values.page, CALLED_FROM) : findPages([SAMPLE], process.cwd());
  const headless = values.headless === true || !hasDisplay();
  const stay = !headless && !values.report && !values.shots;
  const isDemo = !values.page;
  const shots = values.shots
    ? resolve(CALLED_FROM, values.shots)
    : isDemo && headless
      ? DEMO_SHOTS
      : undefined;
  const shown = (mention: ReportedMention) => values['all-us'] === true || mention.smallCap;
  const describe = pages.length > MOST_IN_FULL ? inShort : inFull;
  const programs = ensureBrowsers(browsers);

  const reports: PageReport[] = [];
  for (const browser of browsers) {
    const copy = copyExtension(ensureBuilt(browser));
    try {
      say(`reading ${pages.length === 1 ? pages[0]!.name : `${pages.length} pages`} in ${browser} …`);
      const done = await visitAll(pages, {
        browser,
        program: programs[browser],
        extension: copy.folder,
        headless,
        tabs,
        async onPage(report, visitor) {
          const toError = (error: Error): string[] => {
            report.errors.push(`The picture could not be taken: ${error.message}`);
            return [];
          };
          const files =
            shots && visitor ? await takeShots(report, visitor, shots, isDemo).catch(toError) : [];
          const pictures = files.map((file) => `  picture: ${file}`);
          console.log([describe(report, shown), ...pictures].join('\n'));
          if (stay && visitor) await untilClosed(visitor.tab.page);
        },
      });
      const judged = isDemo ? [] : judge(pages, done);
      if (judged.length > 0) console.log(`\n${scoreTable(score(judged, await smallCapTest()))}`);
      reports.push(...done);
    } finally {
      copy.remove();
    }
  }

  if (values.report) {
    const file = resolve(CALLED_FROM, values.report);
    mkdirSync(dirname(file), { recursive: true });
    const written = reports.map((report) => ({ ...report, mentions: report.mentions.filter(shown) }));
    writeFileSync(file, `${JSON.stringify(written, null, 1)}\n`);
    say(`report written to ${values.report}`);
  }
}

function browserNamed(name: string): BrowserName {
  const found = BROWSERS.find((browser) => browser === name);
  if (!found) throw new Error(`There is no browser "${name}" here; choose chromium or firefox.`);
  return found;
}

function numberOfTabs(text: string): number {
  const tabs = Number(text);
  if (!Number.isInteger(tabs) || tabs < 1 || tabs > 8) throw new Error('--tabs takes a number from 1 to 8.');
  return tabs;
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** What was found on a page, for the terminal. */
function inFull(report: PageReport, shown: (mention: ReportedMention) => boolean): string {
  const times = Object.entries(report.timings).map(([step, ms]) => `${step} ${Math.round(ms)} ms`);
  const mentions = report.mentions.filter(shown);
  const rows = mentions.map(({ ticker, score, evidence, surface, reason }) => [
    `  ${ticker}`,
    showScore(score),
    evidence,
    `"${surface}"`,
    reason,
  ]);
  return [
    `\n${report.page} (${report.browser}; ${times.join(', ')})`,
    rows.length > 0
      ? table([['  ticker', 'score', 'evidence', 'on the page', 'why'], ...rows])
      : '  nothing found',
    ...report.errors.map((error) => `  error: ${error}`),
  ].join('\n');
}

/** The same on one line, for long runs. */
function inShort(report: PageReport, shown: (mention: ReportedMention) => boolean): string {
  const found = new Map(report.mentions.filter(shown).map(({ ticker, score }) => [ticker, score]));
  const tickers = [...found].map(([ticker, score]) =>
    score === null ? ticker : `${ticker} ${showScore(score)}`,
  );
  const rest = tickers.length - MOST_TICKERS;
  return [
    `${report.page} (${Math.round(report.timings.total ?? 0)} ms): `,
    tickers.slice(0, MOST_TICKERS).join(', ') || 'nothing found',
    rest > 0 ? ` and ${rest} more` : '',
    ...report.errors.map((error) => `\n  error: ${error}`),
  ].join('');
}

/** Resolves when the person closes the window, or the browser. */
function untilClosed(page: Page): Promise<void> {
  say('close the window to go on.');
  return new Promise((done) => {
    page.once('close', () => done());
    page.browser().once('disconnected', () => done());
  });
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
