import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { asks, FROM_PAGES } from '../../lib/background/asks';
import { createRouter, type Handlers, type Sender } from '../../lib/background/router';
import { isFailure } from '../../lib/messages';
import { CASES } from './cases';
import { changed } from './mutations';

/** Milliseconds; far more than a test takes. */
const PATIENCE = 120_000;

type Type = keyof typeof asks;
const SELF = { id: 'minnow', url: 'chrome-extension://minnow/' };
const REFUSALS = ['Web pages may not ask this.', 'Minnow did not understand this request.'];

const entry = { ticker: 'EPAC', note: 'tools', added: '2026-11-23', above: 45 };
const candidate = {
  block: 0,
  start: 0,
  end: 4,
  text: 'EPAC',
  mark: 'paren',
  symbol: 'EPAC',
  columns: ['Symbol'],
};
const update = {
  page: { host: 'www.reuters.com', addresses: ['https://www.reuters.com/'], symbols: ['EPAC'] },
  parts: 1,
  splices: [{ at: 0, remove: 0, add: [[candidate, candidate]] }],
};

/** A message of each type as the extension sends it. */
const REAL: { [T in Type]: object } = {
  hello: { host: 'www.reuters.com' },
  lookup: { phrases: ['Enerpac Tool'], lacks: 'lines' },
  resolve: { update, lacks: 'badges' },
  'load-part': { part: 'card' },
  card: { ticker: 'EPAC' },
  correct: { correction: { ticker: 'GO', surface: 'go', scope: 'site', where: 'reuters.com' } },
  thesis: {},
  trends: { tickers: ['EPAC', 'UPWK'] },
  'track-record': {},
  'record-line': {},
  'signal-history': { id: 'breakout' },
  sensitivity: { ticker: 'EPAC' },
  board: {},
  'board-readings': { tickers: ['EPAC'] },
  'watchlist-get': {},
  'watchlist-put': { entry },
  'watchlist-set': { watchlist: { version: 1, entries: [entry] } },
  'watchlist-remove': { ticker: 'EPAC' },
  watched: { ticker: 'EPAC' },
  watch: { ticker: 'EPAC', on: true },
  'data-parts': {},
  'live-get': {},
  'live-set': { patch: { on: true } },
  'live-key': { name: 'tiingo', key: 'tk-5f0c2d9a77b1' },
  'live-keys': {},
  'requests-get': {},
  'requests-clear': {},
  'live-try': { name: 'tiingo' },
  'live-refresh': { only: ['closes'] },
  'live-clear': {},
  'whole-history': { ticker: 'EPAC' },
  find: { text: 'Enerpac' },
  'errors-get': {},
  'alerts-get': {},
  'alerts-clear': {},
  'settings-get': {},
  'settings-set': { patch: { theme: 'dark' } },
};
const sender: fc.Arbitrary<Sender> = fc.record(
  {
    id: fc.constantFrom(SELF.id, SELF.id, SELF.id, 'another'),
    url: fc.oneof(
      fc.constantFrom(
        `${SELF.url}options.html`,
        'https://www.reuters.com/',
        `https://example.com/?${SELF.url}`,
        `blob:${SELF.url}1`,
        'chrome-extension://minnowest/options.html',
        'about:srcdoc',
        '',
      ),
      fc.string(),
    ),
    frameId: fc.nat(),
    tab: fc.record({ id: fc.nat(), url: fc.string() }, { requiredKeys: [] }),
  },
  { requiredKeys: ['id'] },
);
const message = fc
  .constantFrom(...(Object.keys(REAL) as Type[]))
  .chain((type) => changed({ type, ...REAL[type] }));

describe('a message', () => {
  it('of each type is among those that are changed, and is taken as it is', async () => {
    for (const type of Object.keys(asks) as Type[]) expect(v.is(asks[type], REAL[type]), type).toBe(true);
  });

  it(
    'of any form is answered or left to others, and reaches a handler only as its schema allows',
    async () => {
      let reached = 0;
      await fc.assert(
        fc.asyncProperty(message, sender, async (sent, from) => {
          let got: { type: Type; ask: unknown } | undefined;
          const handler = (type: Type) => async (ask: unknown) => {
            got = { type, ask };
            return { type };
          };
          const handlers = Object.fromEntries(
            (Object.keys(asks) as Type[]).map((type) => [type, handler(type)]),
          );
          const errors: unknown[] = [];
          const answer = await createRouter(handlers as never as Handlers, SELF, (error) =>
            errors.push(error),
          )(sent, from);
          expect(errors).toEqual([]);
          if (got) {
            reached++;
            expect(from.id).toBe(SELF.id);
            expect(from.url?.startsWith(SELF.url) || FROM_PAGES.has(got.type)).toBe(true);
            expect(v.is(asks[got.type], got.ask)).toBe(true);
            expect(Object.getPrototypeOf(got.ask)).toBe(Object.prototype);
          } else if (isFailure(answer)) expect(REFUSALS).toContain(answer.failure);
          else expect(answer).toBeUndefined();
        }),
        { numRuns: CASES.messages },
      );
      expect(reached).toBeGreaterThan(CASES.messages / 20);
    },
    PATIENCE,
  );
});
