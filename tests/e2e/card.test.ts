import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/browsers';
import { axeFindings } from './axe';
import { hover, type OpenPage, press, until, useBrowser } from './stage';

const openCard = (open: OpenPage) =>
  until(async () => {
    const card = await open.card();
    return card && card.charts > 0 && card;
  }, 'the card with its chart');
const noCard = (open: OpenPage) => until(async () => (await open.card()) === null, 'the card to close');

/** Presses a button of the card, scrolling the card to it as a person would. */
async function pressButton(open: OpenPage, text: string): Promise<void> {
  const target = await until(async () => {
    const card = await open.card();
    const found = card?.buttons.find((candidate) => candidate.text.trim() === text);
    if (!card || !found) return null;
    if (found.y >= card.y && found.y + found.height <= card.y + card.height) return found;
    await hover(open.page, card);
    await open.page.mouse.wheel({ deltaY: found.y < card.y ? -80 : 80 });
    // Smooth scrolling takes a moment.
    await sleep(300);
    return null;
  }, `the button "${text}"`);
  await press(open.page, target);
}

describe.each(BROWSERS)('the card in %s', (browser) => {
  const minnow = useBrowser(browser);

  test('opens on hover with chart and factors, stays under the pointer, closes on Esc', async () => {
    const open = await minnow.open('article.html');
    await hover(open.page, await open.badge('Enerpac'));
    const card = await openCard(open);
    expect(card.label).toContain('Enerpac');
    expect(card.text).toContain('EPAC');
    expect(card.text).toContain('of 100');
    expect(card.factors).toBe(10);
    expect(card.hasFocus).toBe(false);

    await hover(open.page, card);
    await sleep(800);
    expect(await open.card()).not.toBeNull();

    await open.page.keyboard.press('Escape');
    await noCard(open);
    await open.close();
  });

  test('closes when the pointer goes elsewhere', async () => {
    const open = await minnow.open('article.html');
    await hover(open.page, await open.badge('Progress Software'));
    await openCard(open);
    await open.page.mouse.move(5, 5);
    await noCard(open);
    await open.close();
  });

  test('opens by keyboard, takes the focus on Enter and gives it back on Esc', async () => {
    const open = await minnow.open('quote.html');
    await open.badge('Enerpac');
    await until(async () => {
      await open.page.keyboard.press('Tab');
      return open.page.evaluate(() => document.activeElement?.localName === 'minnow-badges');
    }, 'the focus to reach a badge');
    await open.page.keyboard.press('Enter');
    const card = await until(async () => {
      const seen = await openCard(open);
      return seen.hasFocus && seen;
    }, 'the focus to go into the card');
    expect(card.label).not.toBe('');
    await open.page.keyboard.press('Escape');
    await noCard(open);
    expect(await open.page.evaluate(() => document.activeElement?.localName)).toBe('minnow-badges');
    await open.close();
  });

  test('badges are reached in reading order and say what they show', async () => {
    const open = await minnow.open('article.html');
    const { label } = await open.badge('Enerpac');
    expect(label).toMatch(/^Enerpac Tool Group Corp\., score \d+ of 100, (?:supports|neutral|against)$/);
    const hosts = await open.page.$$eval('minnow-badges', (all) => all.length);
    const reached: number[] = [];
    for (let i = 0; i < 60 && reached.at(-1) !== hosts - 1; i++) {
      await open.page.keyboard.press('Tab');
      const at = await open.page.evaluate(() =>
        [...document.querySelectorAll('minnow-badges')].indexOf(document.activeElement!),
      );
      if (at >= 0) reached.push(at);
    }
    expect(new Set(reached).size).toBe(hosts);
    expect(reached).toEqual(reached.toSorted((a, b) => a - b));
    await open.close();
  });

  test.each([0.5, 1, 2, 3])('keeps within the window at a zoom of %d', async (zoom) => {
    const open = await minnow.open('article.html');
    await open.zoom(zoom);
    await open.page.evaluate(() =>
      document.querySelectorAll('h2')[1]!.scrollIntoView({ behavior: 'instant', block: 'center' }),
    );
    const inView = await until(async () => {
      const height = await open.page.evaluate(() => innerHeight);
      return (await open.badges()).find(({ y }) => y > 30 && y < height - 30);
    }, 'a badge in view');
    await open.page.keyboard.press('Escape');
    await hover(open.page, inView);
    const card = await openCard(open);
    const { width, height } = await open.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.y).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(width + 1);
    expect(card.y + card.height).toBeLessThanOrEqual(height + 1);
    await open.zoom(1);
    await open.close();
  });

  test('holds to the rules of accessibility', async () => {
    const open = await minnow.open('article.html');
    await hover(open.page, await open.badge('Enerpac'));
    await openCard(open);
    const { markup, styles } = await open.cardSource();
    const { page } = await minnow.session.newTab();
    await page.setContent(
      '<!doctype html><html lang="en"><title>Card</title><main><h1>Card</h1><div id="host"></div></main></html>',
    );
    await page.evaluate(
      (text, css) => {
        const root = document.getElementById('host')!.attachShadow({ mode: 'open' });
        root.innerHTML = text;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        root.adoptedStyleSheets = [sheet];
      },
      markup,
      styles,
    );
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
    await open.close();
  });

  test('"not this" takes the badge away, and it stays away', async () => {
    const open = await minnow.open('article.html');
    await hover(open.page, await open.badge('Gibraltar'));
    await openCard(open);
    await pressButton(open, 'Not this');
    await pressButton(open, 'On this site');
    const gone = async () => !(await open.badges()).some(({ label }) => label.includes('Gibraltar'));
    await until(gone, 'the badge to go');
    await open.close();

    const again = await minnow.open('article.html');
    await again.badge('Enerpac');
    expect(again.report.mentions.map(({ ticker }) => ticker)).not.toContain('ROCK');
    await minnow.set({ corrections: [] });
    await again.close();
  });
});
