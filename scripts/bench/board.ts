import type { Page } from 'puppeteer-core';
import type { Session } from '../lib/session';
import { benchSession } from './bench-page';
import { median, type Row } from './row';

const OPENINGS = 7;
const REPEATS = 40;
const VIEWPORT = { width: 1300, height: 900 };

/** Milliseconds of each run, on the board and on its floor. */
interface Costs {
  sort: number[];
  sortFloor: number[];
  search: number[];
  searchFloor: number[];
}

/**
 * The board with all its rows, from a press to the finished layout, against a floor in the same page: a plain array of
 * as many rows sorted or searched, and one screen of it set as a plain table with as many cells.
 */
export async function board(): Promise<Row[]> {
  const { session, close } = await benchSession();
  try {
    const openings: number[] = [];
    for (let i = 0; i < OPENINGS; i++) {
      const page = await open(session);
      openings.push(await page.evaluate(rowsAfterWords));
      await page.close();
    }
    const page = await open(session);
    // What is still worked out comes in between.
    await page.waitForFunction(() => !document.body.textContent!.includes('Working out'));
    const costs = (await page.evaluate(`((__name) => (${measure})(${REPEATS}))((it) => it)`)) as Costs;
    const middle = {
      sort: median(costs.sort) / median(costs.sortFloor),
      search: median(costs.search) / median(costs.searchFloor),
    };
    const floor = 'a plain array and setting one screen of a plain table';
    return [
      {
        name: 'board-open',
        what: `from the panel’s start to its first row / to its first words`,
        ratio: median(openings),
      },
      {
        name: 'board-sort',
        what: `sorting all rows by a press (${median(costs.sort).toFixed(1)} ms) / sorting ${floor}`,
        ratio: middle.sort,
        limit: 6,
      },
      {
        name: 'board-search',
        what: `searching all rows by a letter (${median(costs.search).toFixed(1)} ms) / searching ${floor}`,
        ratio: middle.search,
        limit: 8,
      },
    ];
  } finally {
    await close();
  }
}

/** The panel in a tab of its own, with its first rows. */
async function open(session: Session): Promise<Page> {
  const { page } = await session.newTab();
  await page.setViewport(VIEWPORT);
  await page.evaluateOnNewDocument(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.board-row[aria-rowindex="2"]')) return;
      Object.assign(globalThis, { firstRowAt: performance.now() });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`chrome-extension://${session.extensionId}/sidepanel.html`);
  await page.waitForFunction(() => 'firstRowAt' in globalThis);
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  return page;
}

/** Runs in the panel. */
function rowsAfterWords(): number {
  const { firstRowAt } = globalThis as unknown as { firstRowAt: number };
  return firstRowAt / performance.getEntriesByName('first-contentful-paint')[0]!.startTime;
}

/** Runs in the panel: board and floor in turns. */
async function measure(repeats: number): Promise<Costs> {
  const costs: Costs = { sort: [], sortFloor: [], search: [], searchFloor: [] };
  const body = document.querySelector('.board-body')!;
  const drawn = [...body.querySelectorAll('[role=row]')];
  const columns = drawn[0]!.children.length;
  const count = Number(document.querySelector('[role=grid]')!.getAttribute('aria-rowcount')) - 1;
  const heads = [...document.querySelectorAll<HTMLElement>('.board-sort')].slice(1);
  const search = document.querySelector<HTMLInputElement>('.board-search')!;
  const plain = Array.from({ length: count }, (_, i) => ({
    name: `Company ${i} of many`,
    figure: Math.random(),
  }));
  const table = document.createElement('table');
  table.style.cssText = 'position:absolute;visibility:hidden';
  document.body.append(table);

  /** From an action until the list has changed and is laid out. */
  const timed = async (act: () => void) => {
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(document.querySelector('.board-list')!, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
    });
    const start = performance.now();
    act();
    await changed;
    document.body.getBoundingClientRect();
    return performance.now() - start;
  };
  const set = (rows: typeof plain) => {
    table.replaceChildren(
      ...rows.slice(0, drawn.length).map(({ name, figure }) => {
        const row = document.createElement('tr');
        for (let i = 0; i < columns; i++) {
          row.appendChild(document.createElement('td')).textContent = i === 0 ? name : String(figure);
        }
        return row;
      }),
    );
    table.getBoundingClientRect();
  };
  const rest = () => new Promise((resolve) => setTimeout(resolve, 30));

  for (let i = 0; i < repeats; i++) {
    costs.sort.push(await timed(() => heads[i % heads.length]!.click()));
    await rest();
    let start = performance.now();
    const sign = i % 2 ? 1 : -1;
    set(plain.toSorted((a, b) => sign * (a.figure - b.figure)));
    costs.sortFloor.push(performance.now() - start);
    await rest();

    const letter = 'aeiost'[i % 6]!;
    costs.search.push(
      await timed(() => {
        search.value = letter;
        search.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
    await rest();
    start = performance.now();
    set(plain.filter(({ name }) => name.toLowerCase().includes(letter)));
    costs.searchFloor.push(performance.now() - start);
    await rest();
    await timed(() => {
      search.value = '';
      search.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await rest();
  }
  table.remove();
  return costs;
}
