import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asks } from '../../lib/background/asks';
import { createRouter, type Handlers, PlainError, type Sender } from '../../lib/background/router';
import { DatasetError } from '../../lib/market/dataset';
import { isFailure } from '../../lib/messages';
import { DEFAULT_SETTINGS } from '../../lib/settings/defaults';

const SELF = { id: 'minnow', url: 'chrome-extension://minnow/' };
const PAGE: Sender = { id: SELF.id, url: 'https://www.reuters.com/markets/', frameId: 0, tab: { id: 7 } };
const OPTIONS: Sender = { id: SELF.id, url: `${SELF.url}options.html`, tab: { id: 8 } };

/** Handlers that answer what they were asked, so that a test sees what came through. */
function echoing(): Handlers {
  const types = Object.keys(asks) as (keyof Handlers)[];
  return Object.fromEntries(types.map((type) => [type, async (ask: unknown) => ({ type, ask })])) as never;
}

function route(message: unknown, sender: Sender, handlers = echoing()) {
  const reports: unknown[] = [];
  return { answer: createRouter(handlers, SELF, (error) => reports.push(error))(message, sender), reports };
}

describe('a message', () => {
  it('from a page reaches its handler', async () => {
    expect(await route({ type: 'card', ticker: 'EPAC' }, PAGE).answer).toMatchObject({
      type: 'card',
      ask: { ticker: 'EPAC' },
    });
  });

  it('from another extension is not answered', () => {
    expect(route({ type: 'card', ticker: 'EPAC' }, { ...PAGE, id: 'other' }).answer).toBeUndefined();
  });

  it.each([
    null,
    undefined,
    7,
    'thesis',
    [],
    {},
    { type: 'tab-report' },
    { type: 'constructor' },
    { type: 3 },
  ])('that is none of the background’s is left to others: %j', (message) => {
    expect(route(message, OPTIONS).answer).toBeUndefined();
  });

  it.each(['thesis', 'trends', 'data-parts', 'settings-get', 'settings-set'])(
    'that pages have no business with is refused: %s',
    async (type) => {
      const message = { type, tickers: [], patch: {} };
      expect(await route(message, PAGE).answer).toEqual({ failure: 'Web pages may not ask this.' });
      expect(isFailure(await route(message, OPTIONS).answer)).toBe(false);
    },
  );

  it('from a page that only looks like the extension’s own is a page’s', async () => {
    const sender = { ...PAGE, url: `https://example.com/${SELF.url}options.html` };
    expect(isFailure(await route({ type: 'settings-get' }, sender).answer)).toBe(true);
  });

  it.each([
    { type: 'card' },
    { type: 'card', ticker: 7 },
    { type: 'card', ticker: 'X'.repeat(1000) },
    {
      type: 'resolve',
      candidates: { page: { host: 'a', symbols: [] }, known: [], items: [{ text: 'EPAC' }] },
    },
    { type: 'correct', correction: { ticker: 'GO', scope: 'galaxy' } },
    { type: 'hello', host: 'x'.repeat(10_000) },
  ])('with content that is not understood is refused in words: %j', async (message) => {
    expect(await route(message, PAGE).answer).toEqual({ failure: 'Minnow did not understand this request.' });
  });

  it('never throws or rejects, whatever is in it', async () => {
    const type = fc.constantFrom(...Object.keys(asks));
    const message = fc.oneof(
      fc.anything(),
      fc.record({ type, candidates: fc.anything(), correction: fc.anything(), ticker: fc.anything() }),
    );
    await fc.assert(fc.asyncProperty(message, async (any) => void (await route(any, PAGE).answer)));
  });
});

describe('a handler that fails', () => {
  const failing = (error: Error): Handlers => ({ ...echoing(), thesis: () => Promise.reject(error) });

  it.each([new PlainError('No such stock.'), new DatasetError('The market data are damaged.')])(
    'is answered in its own words when they are for the user: %s',
    async (error) => {
      const { answer, reports } = route({ type: 'thesis' }, OPTIONS, failing(error));
      expect(await answer).toEqual({ failure: error.message });
      expect(reports).toEqual([]);
    },
  );

  it('keeps any other error from the user and reports it', async () => {
    const error = new TypeError('Cannot read properties of undefined');
    const { answer, reports } = route({ type: 'thesis' }, OPTIONS, failing(error));
    expect(await answer).toEqual({ failure: 'Minnow could not do this because of an error of its own.' });
    expect(reports).toEqual([error]);
  });
});

it('a message of the settings carries them whole', async () => {
  const patch = { theme: 'dark', corrections: DEFAULT_SETTINGS.corrections };
  expect(await route({ type: 'settings-set', patch }, OPTIONS).answer).toMatchObject({ ask: { patch } });
});
