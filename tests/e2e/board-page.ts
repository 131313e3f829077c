import type { Page } from 'puppeteer-core';
import { type Stage, until } from './stage';

/** The board in a tab of its own, once every factor is worked out. */
export async function openBoard(minnow: Stage): Promise<Page> {
  const panel = await minnow.session.openExtensionPage('sidepanel.html');
  await until(() => panel.$('.board-row[aria-rowindex="2"]'), 'the first row');
  await until(
    async () => !(await panel.evaluate(() => document.body.textContent!.includes('Working out'))),
    'the factors',
    20_000,
  );
  return panel;
}

/** What the line over the list says. */
export const countOf = (panel: Page) => panel.$eval('.board-count', (one) => one.textContent!);

export interface SeenRow {
  index: number;
  ticker: string;
  /** By the column's full name. */
  cells: Record<string, string>;
}

/** The rows that are drawn, in their order. */
export const rowsOf = (panel: Page): Promise<SeenRow[]> =>
  panel.evaluate(() => {
    const heads = [...document.querySelectorAll('[role=columnheader]')].map(
      (head) => head.querySelector('button')?.title ?? head.textContent!,
    );
    return [...document.querySelectorAll('.board-body [role=row]')]
      .map((row) => ({
        index: Number(row.getAttribute('aria-rowindex')),
        ticker: row.querySelector('.board-name b')!.textContent!,
        cells: Object.fromEntries(
          [...row.children].map((cell, i) => [heads[i]!, cell.textContent!.trim()] as const),
        ),
      }))
      .sort((a, b) => a.index - b.index);
  });

/** Presses the first button whose name or text is this. */
export async function pressButton(panel: Page, name: string): Promise<void> {
  const isThere = await panel.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent!.trim()) === wanted,
    );
    button?.click();
    return button !== undefined;
  }, name);
  if (!isThere) throw new Error(`There is no button "${name}".`);
}

/** Gives a field a value as a user would. */
export async function fill(panel: Page, label: string, value: string): Promise<void> {
  await panel.evaluate(
    (wanted, text) => {
      const field = [...document.querySelectorAll<HTMLInputElement>('input, select, textarea')].find(
        (one) =>
          (one.getAttribute('aria-label') ?? one.closest('label')?.querySelector('span')?.textContent) ===
          wanted,
      );
      if (!field) throw new Error(`There is no field "${wanted}".`);
      field.value = text;
      field.dispatchEvent(
        new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
      );
    },
    label,
    value,
  );
}

/** What has the focus, by its name or text. */
export const focused = (panel: Page) =>
  panel.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });
