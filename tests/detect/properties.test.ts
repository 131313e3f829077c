import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Directory } from '../../lib/detect/directory';
import { extract } from '../../lib/detect/extract';
import { rangeOf } from '../../lib/detect/lines';
import { resolve } from '../../lib/detect/resolve';
import { blocksOf, directory, page } from './helper';
import { domGlobals, LivePage } from './live-page';

const PARAGRAPHS = [
  'Shares of Enerpac Tool Group Corp. (NYSE: EPAC) rose 3% after Barnes & Noble Education said it would expand.',
  'Google, Moody’s Analytics and J.P. Morgan did not answer; Ensysce (ENSC) did, and $CLSK fell.',
  'The Gap between Target and Progress is narrow. Crawford & Company (NYSE: CRD.A) paid more.',
];
const NOISE = [
  'CARE GO GOOD NEXT PLAY REAL TOP FUN GOLD TV',
  'A recipe for soup: take Root vegetables, a Dash of salt and Two eggs.',
  'Henry Ford met Amy Lee in Las Vegas on Monday.',
  'The committee met in Oxford to speak of the weather.',
  'Airbus (EPA: AIR) flew to Toulouse.',
];

let names: Directory;
beforeAll(async () => {
  domGlobals();
  names = await directory();
});

const plain = (texts: string[]) =>
  resolve(extract(blocksOf(...texts), page()), names).map(({ block, start, end, ticker }) => ({
    block,
    start,
    end,
    ticker,
  }));

/** Lays a text out in a paragraph, cut into text nodes and inline elements at the given places. */
function layOut(text: string, cuts: number[], tags: string[]): HTMLElement {
  const paragraph = document.createElement('p');
  const places = [
    0,
    ...cuts.filter((cut) => cut > 0 && cut < text.length).toSorted((a, b) => a - b),
    text.length,
  ];
  places.slice(1).forEach((end, index) => {
    const piece = document.createTextNode(text.slice(places[index], end));
    const tag = tags[index % tags.length]!;
    if (tag === '') paragraph.append(piece);
    else {
      const element = document.createElement(tag);
      element.append(piece);
      paragraph.append(element);
    }
  });
  return paragraph;
}

const element = (tag: string, ...children: (Node | string)[]): HTMLElement => {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
};
const row = (...cells: string[]) => element('tr', ...cells.map((cell) => element('td', cell)));

/** Makers of pieces of a page: paragraphs, lists of symbols, symbols beside names, tables. */
const piece: fc.Arbitrary<() => HTMLElement> = fc.constantFrom(
  ...[...PARAGRAPHS, ...NOISE, 'Gap said so. Target did not.', 'CARE rose, and so did BNED.'].map(
    (text) => () => layOut(text, [12, 40], ['', 'b']),
  ),
  () => element('ul', ...['EPAC', 'CLSK', 'ENSC', 'CARE'].map((symbol) => element('li', symbol))),
  () => element('section', element('div', 'GO'), element('div', 'Grocery Outlet Holding Corp.')),
  () => element('tbody', row('Symbol', 'Name'), row('CALM', 'Cal-Maine Foods'), row('TV', 'Grupo Televisa')),
);

describe('detection', () => {
  it('finds the same however the text is cut into nodes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PARAGRAPHS),
        fc.array(fc.nat(120), { maxLength: 8 }),
        fc.array(fc.constantFrom('', 'b', 'i', 'span', 'em'), { minLength: 1, maxLength: 4 }),
        async (text, cuts, tags) => {
          document.body.replaceChildren(layOut(text, cuts, tags));
          const live = new LivePage(names);
          await live.read([document.body]);
          expect(live.found().map(({ start, end, ticker }) => ({ start, end, ticker }))).toEqual(
            plain([text]).map(({ start, end, ticker }) => ({ start, end, ticker })),
          );
          for (const { start, end, surface, line } of live.found())
            expect(rangeOf(line, start, end).toString()).toBe(surface);
        },
      ),
      { numRuns: 150 },
    );
  }, 30_000);

  it('finds the same when it reads a page twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...PARAGRAPHS, ...NOISE], { minLength: 1 }), async (texts) => {
        document.body.replaceChildren(...texts.map((text) => layOut(text, [9, 31], ['b', ''])));
        const live = new LivePage(names);
        await live.read([document.body]);
        const once = live.found();
        expect(await live.read([document.body])).toEqual([]);
        expect(live.found()).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });

  it('finds the same in a page that comes piece by piece as in the finished page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 10 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 30 }),
        async (pieces, order) => {
          document.body.replaceChildren();
          const live = new LivePage(names);
          await live.read([document.body]);
          const waiting = pieces.map((make) => make());
          // Pieces come in any order, each at its own place, and rows and lists one item after the other
          const placed: Element[] = [];
          for (let step = 0; waiting.length > 0; step++) {
            const [next] = waiting.splice(order[step % order.length]! % waiting.length, 1);
            const children = [...next!.children];
            next!.replaceChildren(...(children.length > 0 ? [] : next!.childNodes));
            const place = order[(step * 7) % order.length]! % (placed.length + 1);
            document.body.insertBefore(next!, placed[place] ?? null);
            placed.splice(place, 0, next!);
            await live.changed([next!]);
            for (const child of children) {
              next!.append(child);
              await live.changed([child]);
            }
          }
          const whole = new LivePage(names);
          await whole.read([document.body]);
          expect(live.found()).toEqual(whole.found());
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  it('keeps what it found by a mark, whatever else comes onto the page', () => {
    const marks = new Set(['link', 'exchange', 'ric', 'cashtag', 'paren', 'table']);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(PARAGRAPHS, { minLength: 1 }),
        fc.shuffledSubarray(NOISE),
        fc.shuffledSubarray(NOISE),
        (texts, before, after) => {
          const alone = resolve(extract(blocksOf(...texts), page()), names).filter(({ evidence }) =>
            marks.has(evidence),
          );
          const among = resolve(extract(blocksOf(...before, ...texts, ...after), page()), names);
          for (const { block, start, end, ticker } of alone)
            expect(among).toContainEqual(
              expect.objectContaining({ block: block + before.length, start, end, ticker }),
            );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('finds nothing in ordinary text around it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(NOISE, { minLength: 1 }), (texts) => {
        expect(plain(texts)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('reads any row of names, symbols and signs, however odd, without failing', () => {
    const piece = fc.constantFrom(
      ...[
        'Inc.',
        'Co.',
        'The',
        '& ',
        'of',
        'plc',
        'Group',
        'Bank of',
        'N.A.',
        "'s",
        'Corp',
        '1-800-',
        '3M',
        'é',
      ],
      ...[
        '(NYSE:',
        'NASDAQ:',
        'TSX:',
        '$',
        '(',
        ')',
        '[',
        '“',
        '”',
        ':',
        ',',
        '.',
        '-',
        '/',
        '\ufffc',
        '\u00a0',
      ],
      ...[
        'EPAC',
        'BRK.B',
        'A',
        'GLW',
        'Enerpac',
        'Corning',
        'Apple',
        'AAPL.O',
        'GM US',
        'symbol',
        'shares of',
        ' ',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { maxLength: 12 }), { maxLength: 4 }),
        fc.boolean(),
        (rows, spaced) => {
          const texts = rows.map((row) => row.join(spaced ? ' ' : ''));
          for (const { block, start, end, ticker } of plain(texts)) {
            expect(texts[block]!.slice(start, end)).not.toBe('');
            expect(names.symbol(ticker)).toBe(ticker);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('sends no more than short pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('The', 'Big', 'ACME', 'Holdings', 'of', 'Ohio,', 'Inc.', 'rose'), {
          maxLength: 60,
        }),
        (words) => {
          const { items } = extract(blocksOf(words.join(' ')), page());
          for (const { text, before = '', after = '' } of items) {
            // Eight words and the small ones that join them
            expect(text.split(/\s+/).length).toBeLessThanOrEqual(8);
            expect(before.split(' ').length).toBeLessThanOrEqual(2);
            expect(after.split(' ').length).toBeLessThanOrEqual(2);
          }
        },
      ),
    );
  });
});
