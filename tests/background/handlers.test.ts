import { describe, expect, it } from 'vitest';
import { basisOf, type KnownScores } from '../../lib/background/known-scores';
import type { PageUpdate } from '../../lib/detect/page-memory';
import { openDataset } from '../../lib/market/dataset';
import { parseDay } from '../../lib/market/day';
import { MANIFEST_FILE } from '../../lib/market/manifest';
import { DEFAULT_SETTINGS } from '../../lib/settings/defaults';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { memoryArea } from '../settings/area';
import { backgroundOn, readShipped } from './market';

const PAGE = { id: 'minnow', url: 'https://example.com/news?id=1', frameId: 0, tab: { id: 7 } };

/** What a page tells that gives each symbol with its exchange, in a part of its own, after `parts` others. */
function pageWith(symbols: string[], parts = 0): PageUpdate {
  const add = symbols.map((symbol) => [
    { block: 0, start: 0, end: symbol.length, text: symbol, mark: 'exchange' as const, symbol },
  ]);
  return { page: { host: 'example.com', symbols: [] }, parts, splices: [{ at: parts, remove: 0, add }] };
}

/** A background once it has been asked for one company, with its answer. */
async function resolved<B extends Pick<ReturnType<typeof backgroundOn>, 'handlers'>>(background: B) {
  const { facts } = await background.handlers.resolve({ update: pageWith(['EPAC']) }, PAGE);
  return { ...background, fact: facts[0]! };
}

describe('a page', () => {
  it('gets the companies it names, the small caps among them with a score', async () => {
    const { handlers } = backgroundOn();
    const { facts, data } = await handlers.resolve({ update: pageWith(['EPAC', 'AAPL', 'NOSUCH']) }, PAGE);
    expect(facts.map(({ ticker, name, smallCap }) => [ticker, name, smallCap])).toEqual([
      ['EPAC', 'Enerpac Tool Group Corp.', true],
      ['AAPL', 'Apple Inc.', false],
    ]);
    expect(facts[0]!.score).toBeGreaterThan(0);
    expect(facts[1]).toMatchObject({ score: null, verdict: 'unknown' });
    expect(data).toEqual({ state: 'ready', pricesAsOf: '2026-10-05', tradingDaysOld: 34 });
  });

  it('gets the score that its card explains', async () => {
    const { handlers } = backgroundOn();
    const { facts } = await handlers.resolve({ update: pageWith(['EPAC']) }, PAGE);
    const { report, stock, index, company } = await handlers.card({ ticker: 'EPAC' }, PAGE);
    expect(report).toMatchObject({ symbol: 'EPAC', score: facts[0]!.score, verdict: facts[0]!.verdict });
    expect(company.name).toBe('Enerpac Tool Group Corp.');
    expect(index!.days[0]).toBeGreaterThanOrEqual(stock!.days[0]!);
    expect(stock!.values).toHaveLength(stock!.days.length);
  });

  it('gets the score that was computed before the background was stopped', async () => {
    const { area } = await resolved(backgroundOn());
    await expect.poll(() => area.kept.scores).toMatchObject({ scores: { EPAC: expect.any(Number) } });
    (area.kept.scores as KnownScores).scores.EPAC = 12.3;
    const again = await resolved(backgroundOn(readShipped, area));
    expect(again.fact).toMatchObject({ score: 12.3, verdict: 'against' });
  });

  it('gets the score that came with the extension, if it stands on the same data and options', async () => {
    const { parts } = await openDataset(readShipped);
    const shipped = { basis: basisOf(parts, DEFAULT_OPTIONS), scores: { EPAC: 12.3 } };
    const { fact, store, handlers } = await resolved(backgroundOn(readShipped, memoryArea(), shipped));
    expect(fact).toMatchObject({ score: 12.3, verdict: 'against' });
    await store.change(({ thesis }) => ({ thesis: { ...thesis, thesisShare: 0 } }));
    const { report } = await handlers.card({ ticker: 'EPAC' }, PAGE);
    expect((await resolved({ handlers })).fact.score).toBe(report.score);
  });

  it('gets other scores with other options, at once', async () => {
    const { handlers, store } = backgroundOn();
    const score = async () => (await handlers.resolve({ update: pageWith(['EPAC']) }, PAGE)).facts[0]!.score;
    const before = await score();
    await store.change(({ thesis }) => ({ thesis: { ...thesis, thesisShare: 0 } }));
    const { report } = await handlers.card({ ticker: 'EPAC' }, PAGE);
    expect(await score()).toBe(report.fit);
    expect(report.fit).not.toBe(before);
  });

  it('gets a score of every US common stock where its user wants all, and still counts small caps alone', async () => {
    const { handlers, store, seen } = backgroundOn();
    await store.change(({ badges }) => ({ badges: { ...badges, companies: 'all' } }));
    const { facts } = await handlers.resolve({ update: pageWith(['EPAC', 'AAPL']) }, PAGE);
    expect(facts.map(({ ticker, wanted, smallCap }) => [ticker, wanted, smallCap])).toEqual([
      ['EPAC', true, true],
      ['AAPL', true, false],
    ]);
    expect(facts[1]!.score).toBeGreaterThan(0);
    expect(seen).toEqual([{ tickers: ['EPAC'], first: true }]);
  });

  it('is scored with figures that its user read after the newest close, but with none of a day to come', async () => {
    const { handlers, store } = backgroundOn();
    const figuresOf = async (knownOn: string) => {
      const consensus = { growthPct: { small: 20, large: 10 }, knownOn, source: 'A weekly' };
      await store.change(({ thesis }) => ({ thesis: { ...thesis, consensus } }));
      const { report } = await handlers.thesis({}, PAGE);
      return report!.signals.find(({ id }) => id === 'earnings-growth-gap')!;
    };
    expect(await figuresOf('2026-11-10')).toMatchObject({ source: 'A weekly', asOf: parseDay('2026-11-10') });
    expect((await figuresOf('2099-01-01')).source).not.toBe('A weekly');
  });

  it('counts its small caps, from nothing when it is new', async () => {
    const { handlers, seen } = backgroundOn();
    await handlers.resolve({ update: pageWith(['EPAC', 'AAPL']) }, PAGE);
    await handlers.resolve({ update: pageWith(['PLUG'], 2) }, PAGE);
    expect(seen).toEqual([
      { tickers: ['EPAC'], first: true },
      { tickers: ['EPAC', 'PLUG'], first: false },
    ]);
  });

  it('is asked to tell all of itself when the background was stopped meanwhile', async () => {
    const { handlers, seen } = backgroundOn();
    const answer = await handlers.resolve({ update: pageWith(['PLUG'], 2) }, PAGE);
    expect(answer).toMatchObject({ parts: [], lost: true });
    expect(seen).toEqual([]);
  });

  it('learns which of its phrases may name a company', async () => {
    const { handlers } = backgroundOn();
    const phrases = ['Enerpac', 'The Weather', 'Barnes & Noble Education', 'EPAC', 'Bank ', 'Bank'];
    expect(await handlers.lookup({ phrases }, PAGE)).toEqual({ known: [0, 2, 3, 4] });
  });

  it('gets the scripts that it lacks with the first answer that it needs them for', async () => {
    const { handlers, injected } = backgroundOn();
    await handlers.lookup({ phrases: ['soup'], lacks: 'lines' }, PAGE);
    await handlers.resolve({ update: pageWith(['AAPL']), lacks: 'badges' }, PAGE);
    expect(injected).toEqual([]);
    await handlers.lookup({ phrases: ['Enerpac'], lacks: 'lines' }, PAGE);
    await handlers.resolve({ update: pageWith(['EPAC']), lacks: 'badges' }, PAGE);
    await handlers.resolve({ update: pageWith(['EPAC']) }, PAGE);
    expect(injected).toEqual(['lines', 'badges']);
  });

  it('does not get what its user said it does not mean', async () => {
    const { handlers } = backgroundOn();
    await handlers.correct(
      { correction: { ticker: 'EPAC', scope: 'page', where: 'https://example.com/news' } },
      PAGE,
    );
    const tickers = async (url: string) =>
      (await handlers.resolve({ update: pageWith(['EPAC', 'PLUG']) }, { ...PAGE, url })).facts.map(
        ({ ticker }) => ticker,
      );
    expect(await tickers('https://example.com/news?id=2#top')).toEqual(['PLUG']);
    expect(await tickers('https://example.com/other')).toEqual(['EPAC', 'PLUG']);
  });

  it('runs where neither its own host nor its tab’s is switched off', async () => {
    const { handlers, store } = backgroundOn();
    await store.change(() => ({ sites: { added: [], off: ['example.com'] } }));
    const on = async (host: string, tab: string) =>
      (await handlers.hello({ host }, { ...PAGE, tab: { id: 7, url: tab } })).on;
    expect(await on('news.example.com', 'https://news.example.com/')).toBe(false);
    expect(await on('widget.example', 'https://example.com/')).toBe(false);
    expect(await on('widget.example', 'https://other.example/')).toBe(true);
  });

  it('hears in words of a stock that is not there', async () => {
    const { handlers } = backgroundOn();
    await expect(handlers.card({ ticker: 'NOSUCH' }, PAGE)).rejects.toThrow(
      'no stock with the ticker NOSUCH',
    );
  });
});

describe('the thesis', () => {
  it('comes with its score then and a week ago, and with whole charts', async () => {
    const { handlers } = backgroundOn();
    const { report, earlier, charts } = await handlers.thesis({}, PAGE);
    expect(report!.signals).toHaveLength(11);
    expect(earlier.map(({ since }) => since)).toEqual(['article', 'week']);
    expect(earlier[0]!.score).toBeGreaterThan(report!.score!);
    expect(charts!.iwm.days.length).toBeGreaterThan(6000);
    expect(Math.max(...charts!.iwm.values)).toBe(305.09);
  });
});

describe('trends', () => {
  it('end with the newest close, and are absent where there is none', async () => {
    const { handlers } = backgroundOn();
    const { trends } = await handlers.trends({ tickers: ['EPAC', 'NOSUCH'] }, PAGE);
    const { stock } = await handlers.card({ ticker: 'EPAC' }, PAGE);
    expect(Object.keys(trends)).toEqual(['EPAC']);
    expect(trends.EPAC!.at(-1)).toBe(stock!.values.at(-1));
    expect(trends.EPAC!.length).toBeLessThan(100);
  });
});

describe('data that are missing', () => {
  const { handlers } = backgroundOn(() => Promise.reject(new Error('404')));

  it('are said to be, and nothing breaks', async () => {
    const missing = { state: 'missing', message: expect.stringContaining('without its market data') };
    expect(await handlers.resolve({ update: pageWith(['EPAC']) }, PAGE)).toEqual({
      parts: [],
      facts: [],
      data: missing,
    });
    expect(await handlers.thesis({}, PAGE)).toMatchObject({ report: null, charts: null, data: missing });
    expect(await handlers['data-parts']({}, PAGE)).toEqual({ data: missing, parts: [] });
    expect(await handlers['settings-get']({}, PAGE)).toEqual({ settings: DEFAULT_SETTINGS });
  });
});

describe('data that are damaged', () => {
  const damagedIn = (part: string, shipped?: KnownScores) =>
    backgroundOn(
      async (file) => {
        const bytes = await readShipped(file);
        if (file.startsWith(part)) bytes[bytes.length >> 1]! ^= 1;
        return bytes;
      },
      memoryArea(),
      shipped,
    ).handlers;

  it.each([MANIFEST_FILE, 'universe', 'names'])(
    'where stocks are found by them, leave the page alone and say so: %s',
    async (part) => {
      const { facts, data } = await damagedIn(part).resolve({ update: pageWith(['EPAC']) }, PAGE);
      expect(facts).toEqual([]);
      expect(data).toMatchObject({ state: 'damaged', message: expect.stringContaining('damaged') });
    },
  );

  it.each(['prices', 'macro', 'figures', 'companies'])(
    'where stocks are scored by them, leave the score unknown and say so: %s',
    async (part) => {
      const { parts } = await openDataset(readShipped);
      const shipped = { basis: basisOf(parts, DEFAULT_OPTIONS), scores: { EPAC: 12.3 } };
      for (const handlers of [damagedIn(part), damagedIn(part, shipped)]) {
        const { facts, data } = await handlers.resolve({ update: pageWith(['EPAC']) }, PAGE);
        expect(facts).toMatchObject([{ ticker: 'EPAC', smallCap: true, score: null, verdict: 'unknown' }]);
        expect(data).toMatchObject({ state: 'damaged', message: expect.stringContaining('damaged') });
      }
    },
  );

  it('in prices leave the thesis out and say so', async () => {
    const view = await damagedIn('prices').thesis({}, PAGE);
    expect(view).toMatchObject({ report: null, data: { state: 'damaged' } });
  });
});

describe('what is sent to pages', () => {
  it('is plain all through: Firefox sends no getters', async () => {
    const { handlers } = backgroundOn();
    const answers = [await handlers.thesis({}, PAGE), await handlers.card({ ticker: 'EPAC' }, PAGE)];
    const getters = (value: unknown, path: string): string[] =>
      typeof value !== 'object' || value === null || ArrayBuffer.isView(value)
        ? []
        : Object.entries(Object.getOwnPropertyDescriptors(value)).flatMap(([name, { get, value: inner }]) =>
            get ? [`${path}.${name}`] : getters(inner, `${path}.${name}`),
          );
    expect(answers.flatMap((answer) => getters(answer, ''))).toEqual([]);
  });
});
