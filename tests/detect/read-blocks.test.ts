// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { rangeOf, readBlocks } from '../../lib/detect/read-blocks';

type Spec = string | [tag: string, attributes: Record<string, string>, ...children: Spec[]];

function build(spec: Spec): Node {
  if (typeof spec === 'string') return document.createTextNode(spec);
  const [tag, attributes, ...children] = spec;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map(build));
  return element;
}

const read = (...specs: Spec[]) => {
  document.body.replaceChildren(...specs.map(build));
  return readBlocks(document);
};

describe('blocks of a page', () => {
  beforeEach(() => document.body.replaceChildren());

  it('joins inline elements into one text', () => {
    const [block] = read(['p', {}, 'Shares of ', ['b', {}, 'Ac'], 'me ', ['i', {}, 'rose']]);
    expect(block).toMatchObject({ text: 'Shares of Acme rose', kind: 'prose' });
  });

  it('keeps paragraphs, list items, cells and headings apart, and lines broken by <br>', () => {
    const blocks = read(
      ['h2', {}, 'Title'],
      ['p', {}, 'One', ['br', {}], 'Two'],
      ['ul', {}, ['li', {}, 'Item']],
      ['table', {}, ['tr', {}, ['td', {}, 'AA'], ['td', {}, 'BB']], ['tr', {}, ['td', {}, 'CC']]],
    );
    expect(blocks.map(({ text, kind }) => [text, kind])).toEqual([
      ['Title', 'heading'],
      ['One', 'prose'],
      ['Two', 'prose'],
      ['Item', 'item'],
      ['AA', 'cell'],
      ['BB', 'cell'],
      ['CC', 'cell'],
    ]);
    const [a, b, c] = blocks.slice(-3).map(({ table }) => table!);
    expect([a!.row, a!.column, b!.row, b!.column, c!.row, c!.column]).toEqual([0, 0, 0, 1, 1, 0]);
    expect(a!.id).toBe(c!.id);
  });

  it.each<[string, Spec]>([
    ['scripts', ['script', { type: 'text/plain' }, 'ACME']],
    ['styles', ['style', {}, 'ACME']],
    ['noscript', ['noscript', {}, 'ACME']],
    ['code', ['pre', {}, ['code', {}, 'ACME']]],
    ['text areas', ['textarea', {}, 'ACME']],
    ['choices', ['select', {}, ['option', {}, 'ACME']]],
    ['editable text', ['div', { contenteditable: 'true' }, 'ACME']],
    ['text without a capital', ['p', {}, 'acme']],
    ['inline text that is not shown', ['p', {}, ['span', { style: 'display: none' }, 'ACME']]],
  ])('leaves out %s', (_, spec) => {
    expect(read(['div', {}, spec])).toEqual([]);
  });

  it('keeps words apart where something unread stands between them', () => {
    const [block] = read(['p', {}, 'Ac', ['code', {}, 'x'], 'ME']);
    expect(block!.text).not.toContain('AcME');
  });

  it('tells where links are, also when a link holds the whole block', () => {
    const inline = read(['p', {}, 'See ', ['a', { href: '/quote/EPAC' }, 'EPAC'], '.'])[0]!;
    expect(inline.links).toEqual([{ start: 4, end: 8, href: '/quote/EPAC' }]);
    const card = read(['a', { href: '/quote/EPAC' }, ['div', {}, 'EPAC'], ['div', {}, 'Enerpac']]);
    expect(card.map(({ links }) => links)).toEqual([
      [{ start: 0, end: 4, href: '/quote/EPAC' }],
      [{ start: 0, end: 7, href: '/quote/EPAC' }],
    ]);
  });

  it('reads the symbols of widgets', () => {
    const [block] = read(['p', {}, ['span', { 'data-symbol': 'EPAC' }, 'Enerpac'], ' rose']);
    expect(block!.symbols).toEqual([{ start: 0, end: 7, symbol: 'EPAC' }]);
  });

  it('reads open shadow roots', () => {
    const host = document.createElement('div');
    document.body.replaceChildren(host);
    host.attachShadow({ mode: 'open' }).append(build(['p', {}, 'In the Shadow']));
    expect(readBlocks(document).map(({ text }) => text)).toEqual(['In the Shadow']);
  });

  it('finds a part of a block again, over inline elements', () => {
    const [block] = read(['p', {}, 'Shares of ', ['b', {}, 'Ac'], 'me rose']);
    expect(rangeOf(block!, 10, 14).toString()).toBe('Acme');
    expect(rangeOf(block!, 0, 6).toString()).toBe('Shares');
    expect(rangeOf(block!, 10, 12).toString()).toBe('Ac');
    expect(rangeOf(block!, 12, 14).toString()).toBe('me');
  });

  it('reads the same twice, and changes nothing', () => {
    read(['div', {}, ['p', {}, 'Acme ', ['a', { href: '/x' }, 'Corp']], ['ul', {}, ['li', {}, 'Item']]]);
    const plain = () => readBlocks(document).map(({ text, kind, links }) => ({ text, kind, links }));
    const before = document.body.cloneNode(true);
    expect(plain()).toEqual(plain());
    expect(document.body.isEqualNode(before)).toBe(true);
  });
});
