// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Card } from '../../components/card/card';
import { parseDay } from '../../lib/market/day';
import type { CardData, Message } from '../../lib/messages';
import type { CardRequest } from '../../lib/overlay/parts';
import type { FactorId, Reading } from '../../lib/thesis/types';

const provenance = { source: 'Nasdaq stock screener', asOf: parseDay('2026-08-21') };

function factor(id: FactorId, over: Partial<Reading<FactorId>>): Reading<FactorId> {
  return {
    id,
    title: id,
    claim: 'What is asked.',
    measure: {},
    strength: 0.8,
    verdict: 'supports',
    short: '−2.1%',
    explanation: 'What was read.',
    asOf: parseDay('2026-08-21'),
    source: 'Nasdaq stock screener',
    weight: 0.1,
    ...over,
  };
}

const enerpac: CardData = {
  company: {
    symbol: 'EPAC',
    name: 'Enerpac Tool Group',
    exchange: 'NYSE',
    marketCapUsd: 1.91e9,
    russell2000Pct: 0.05,
    sp500: false,
    sp600: true,
    common: true,
  },
  report: {
    symbol: 'EPAC',
    asOf: parseDay('2026-10-05'),
    score: 62.4,
    verdict: 'supports',
    coverage: 0.9,
    thesis: 50,
    fit: 70,
    factors: [
      factor('own-high', {}),
      factor('multiple', { verdict: 'unknown', strength: null, short: 'unknown', asOf: null }),
    ],
  },
  thesis: { score: 50, verdict: 'neutral', coverage: 1, asOf: parseDay('2026-10-05') },
  stock: { label: 'EPAC', days: [20_681], values: [39], provenance },
  data: { state: 'ready', pricesAsOf: '2026-10-05', tradingDaysOld: 34 },
};

let sent: Message[];
let answer: (message: Message) => unknown;
let root: HTMLElement;
let corrected: ReturnType<typeof vi.fn<CardRequest['onCorrected']>>;

/** The browser's messaging, the one thing a page has no real one of here. */
beforeEach(() => {
  sent = [];
  answer = () => enerpac;
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'minnow',
      onMessage: {},
      sendMessage: async (message: Message) => {
        sent.push(message);
        return answer(message);
      },
    },
  });
  corrected = vi.fn();
  root = document.createElement('div');
  document.body.replaceChildren(root);
});
afterEach(() => {
  render(null, root);
  vi.unstubAllGlobals();
});

function open() {
  const request: CardRequest = {
    ticker: 'EPAC',
    name: 'Enerpac Tool Group',
    reason: 'the page gives EPAC with its exchange',
    surface: 'Enerpac',
    view: { theme: 'light', palette: 'teal-orange' },
    anchor: root,
    focus: false,
    onInside: () => {},
    onClose: () => {},
    onCorrected: corrected,
  };
  render(<Card request={request} onResize={() => {}} onClose={() => {}} />, root);
}
const text = () => root.textContent ?? '';
const settle = () => vi.waitFor(() => expect(text()).not.toContain('Loading'));
async function press(label: string) {
  const button = [...root.querySelectorAll('button')].find((one) => one.textContent === label);
  if (!button) throw new Error(`There is no button "${label}".`);
  button.click();
  await new Promise((done) => setTimeout(done, 10));
}

describe('the card', () => {
  it('names the company while it loads', () => {
    open();
    expect(text()).toContain('Enerpac Tool Group');
    expect(root.querySelector('[role="status"]')?.textContent).toContain('Loading');
  });

  it('shows score, verdict and what they are made of', async () => {
    open();
    await settle();
    expect(text()).toContain('EPAC · NYSE · $1.91B · Russell 2000 · S&P 600');
    expect(text()).toContain('62');
    expect(text()).toContain('Fits');
    expect(text()).toContain('thesis 50 · company 70 · 1 of 2 known');
  });

  it('dates its readings and says how old the prices are', async () => {
    open();
    await settle();
    expect(text()).toContain('Aug 21, 2026');
    expect(text()).toContain('EPAC price Aug 21, 2026');
    expect(text()).toContain('34 trading days old · stale');
  });

  it('offers the whole history only while live data are on, and says who is asked and what came', async () => {
    open();
    await settle();
    expect(text()).not.toContain('Get the full history');
    render(null, root);

    const live = {
      state: 'fresh',
      words: 'Live data are up to date.',
      historyFrom: 'Yahoo Finance',
    } as const;
    const words = '6592 closes from 2000-07-24 on, by Yahoo Finance.';
    answer = ({ type }) =>
      type === 'whole-history' ? { words } : { ...enerpac, data: { ...enerpac.data, live } };
    open();
    await settle();
    expect(text()).toContain('Live data are up to date.');
    const button = [...root.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Get the full history',
    )!;
    expect(button.title).toBe('Minnow asks Yahoo Finance for EPAC alone.');
    expect(sent.some(({ type }) => type === 'whole-history')).toBe(false);
    await press('Get the full history');
    await expect
      .poll(() => sent.map(({ type }) => type))
      .toEqual(['card', 'watched', 'card', 'watched', 'whole-history', 'card']);
    await expect.poll(text).toContain(words);
  });

  it('tells why a whole history did not come', async () => {
    const live = { state: 'offline', words: 'Offline.', historyFrom: 'Yahoo Finance' } as const;
    answer = ({ type }) =>
      type === 'whole-history'
        ? { failure: 'The connection failed or broke off.' }
        : { ...enerpac, data: { ...enerpac.data, live } };
    open();
    await settle();
    await press('Get the full history');
    expect(text()).toContain('The connection failed or broke off.');
  });

  it('shows an unknown factor as unknown, without a bar or a date', async () => {
    open();
    await settle();
    const unknown = root.querySelectorAll('.factor')[1]!;
    expect(unknown.textContent).toContain('unknown');
    expect(unknown.querySelector('.bar > i')).toBeNull();
    expect(unknown.querySelector('time')).toBeNull();
  });

  it('explains a factor on demand', async () => {
    open();
    await settle();
    const row = root.querySelector<HTMLButtonElement>('.factor-row')!;
    expect(root.querySelector<HTMLElement>('.factor-more')!.hidden).toBe(true);
    row.click();
    await vi.waitFor(() => expect(row.getAttribute('aria-expanded')).toBe('true'));
    expect(root.querySelector<HTMLElement>('.factor-more')!.hidden).toBe(false);
  });

  it('says in words what went wrong, and tries again when asked', async () => {
    answer = () => ({ failure: 'Minnow has no data.' });
    open();
    await settle();
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('Minnow has no data.');
    answer = () => enerpac;
    await press('Try again');
    await settle();
    expect(text()).toContain('Fits');
  });

  it('says so when the extension was updated under the page', async () => {
    vi.stubGlobal('chrome', { runtime: { onMessage: {} } });
    open();
    await settle();
    expect(text()).toContain('Minnow was updated or removed. Reload this page.');
  });

  it('says once that it is no advice', async () => {
    open();
    await settle();
    expect(text().match(/not investment advice/gi)).toHaveLength(1);
  });
});

describe('the star of a card', () => {
  const star = () => root.querySelector<HTMLButtonElement>('.star');
  const answering = (watched: boolean, then: unknown) => {
    answer = ({ type }) => (type === 'watched' ? { watched } : type === 'watch' ? then : enerpac);
  };

  it('watches the company, and asks of no other', async () => {
    answering(false, { watched: true });
    open();
    await vi.waitFor(() => expect(star()?.getAttribute('aria-pressed')).toBe('false'));
    star()!.click();
    await vi.waitFor(() => expect(star()!.getAttribute('aria-pressed')).toBe('true'));
    expect(sent.filter(({ type }) => /watch/.test(type))).toEqual([
      { type: 'watched', ticker: 'EPAC' },
      { type: 'watch', ticker: 'EPAC', on: true },
    ]);
  });

  it('stays as it is where what the user wrote would be lost, and says so', async () => {
    answering(true, { failure: 'EPAC has a note.' });
    open();
    await vi.waitFor(() => expect(star()).not.toBeNull());
    star()!.click();
    await vi.waitFor(() => expect(text()).toContain('EPAC has a note.'));
    expect(star()!.getAttribute('aria-pressed')).toBe('true');
  });

  it('is not there where nothing is known of the watchlist, and the card is whole', async () => {
    answer = ({ type }) => (type === 'watched' ? { failure: 'No.' } : enerpac);
    open();
    await settle();
    expect(star()).toBeNull();
    expect(text()).toContain('Fits');
  });
});

describe('"not this"', () => {
  const correction = () =>
    sent.flatMap((message) => (message.type === 'correct' ? [message.correction] : []));

  it('says why the words were matched', async () => {
    open();
    await settle();
    expect(text()).toContain('Matched “Enerpac”: the page gives EPAC with its exchange');
  });

  it.each([
    ['On this page', { ticker: 'EPAC', scope: 'page', where: location.href.split(/[?#]/)[0] }],
    ['On this site', { ticker: 'EPAC', scope: 'site', where: location.hostname }],
    ['Everywhere', { ticker: 'EPAC', scope: 'everywhere', surface: 'enerpac' }],
  ])('%s: is kept, takes the badge away and says where to undo it', async (label, expected) => {
    answer = ({ type }) => (type === 'correct' ? { kept: true } : enerpac);
    open();
    await settle();
    await press('Not this');
    await press(label);
    await vi.waitFor(() => expect(text()).toContain('Undo it in Minnow’s options'));
    expect(correction()).toEqual([expected]);
    expect(corrected).toHaveBeenCalledWith(expected);
  });

  it('leaves everything as it is when it could not be kept', async () => {
    answer = ({ type }) => (type === 'correct' ? { failure: 'The browser has no room left.' } : enerpac);
    open();
    await settle();
    await press('Not this');
    await press('Everywhere');
    await vi.waitFor(() => expect(text()).toContain('The browser has no room left.'));
    expect(corrected).not.toHaveBeenCalled();
  });
});
