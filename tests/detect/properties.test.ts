import fc from 'fast-check';
import { Window } from 'happy-dom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Directory } from '../../lib/detect/directory';
import { extract } from '../../lib/detect/extract';
import { rangeOf, readBlocks } from '../../lib/detect/read-blocks';
import { resolve } from '../../lib/detect/resolve';
import { blocksOf, directory, page } from './helper';

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
  // The data set is read from disk, which the happy-dom environment would turn into a web address
  const window = new Window();
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('getComputedStyle', window.getComputedStyle.bind(window));
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

describe('detection', () => {
  it('finds the same however the text is cut into nodes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PARAGRAPHS),
        fc.array(fc.nat(120), { maxLength: 8 }),
        fc.array(fc.constantFrom('', 'b', 'i', 'span', 'em'), { minLength: 1, maxLength: 4 }),
        (text, cuts, tags) => {
          document.body.replaceChildren(layOut(text, cuts, tags));
          const blocks = readBlocks(document);
          expect(blocks.map((block) => block.text)).toEqual([text]);
          const found = resolve(extract(blocks, page()), names);
          expect(found.map(({ block, start, end, ticker }) => ({ block, start, end, ticker }))).toEqual(
            plain([text]),
          );
          for (const { start, end, surface } of found)
            expect(rangeOf(blocks[0]!, start, end).toString()).toBe(surface);
        },
      ),
      { numRuns: 150 },
    );
  });

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
