// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { Blocks } from '../../lib/detect/blocks';
import { describe as describeWith } from '../../lib/detect/describe';
import { linesAround, rangeOf, type TextBlock } from '../../lib/detect/lines';
import { type Seed, SeedWalk, shadowRootsIn } from '../../lib/detect/seeds';
import { Surroundings } from '../../lib/detect/surroundings';

const describeLine = (line: TextBlock) => describeWith(line, new Surroundings());

type Spec = string | [tag: string, attributes: Record<string, string>, ...children: Spec[]];

function build(spec: Spec): Node {
  if (typeof spec === 'string') return document.createTextNode(spec);
  const [tag, attributes, ...children] = spec;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map(build));
  return element;
}

/** The lines of a page that hold a capital, in order. */
function read(...specs: Spec[]): TextBlock[] {
  document.body.replaceChildren(...specs.map(build));
  const blocks = new Blocks();
  const done = new Set<Node>();
  const found: TextBlock[] = [];
  for (const root of [document.body, ...shadowRootsIn(document.body)]) {
    const seeds: Seed[] = [];
    while (new SeedWalk(root, blocks).step(1000, seeds));
    for (const { node } of seeds) {
      if (done.has(node)) continue;
      for (const line of linesAround(node, blocks)) {
        for (const one of line.nodes) done.add(one.node);
        if (describeLine(line)) found.push(line);
      }
    }
  }
  return found;
}
const texts = (...specs: Spec[]) => read(...specs).map(({ text }) => text);

describe('lines of a page', () => {
  beforeEach(() => document.body.replaceChildren());

  it('join inline elements into one text', () => {
    expect(texts(['p', {}, 'Shares of ', ['b', {}, 'Ac'], 'me ', ['i', {}, 'rose']])).toEqual([
      'Shares of Acme rose',
    ]);
  });

  it('keep paragraphs, list items, cells and headings apart, and what <br> breaks', () => {
    const lines = read(
      ['h2', {}, 'Title'],
      ['p', {}, 'One', ['br', {}], 'Two'],
      ['ul', {}, ['li', {}, 'Item']],
      ['table', {}, ['tr', {}, ['td', {}, 'AA'], ['td', {}, 'BB']], ['tr', {}, ['td', {}, 'CC']]],
    );
    const blocks = lines.map((line) => describeLine(line)!);
    expect(blocks.map(({ text, kind }) => [text, kind])).toEqual([
      ['Title', 'heading'],
      ['One', 'prose'],
      ['Two', 'prose'],
      ['Item', 'item'],
      ['AA', 'cell'],
      ['BB', 'cell'],
      ['CC', 'cell'],
    ]);
    const [a, b, c] = blocks.slice(-3).map(({ columns }) => columns![0]);
    expect(a).toBe(c);
    expect(a).not.toBe(b);
  });

  it('go on around a block that stands among their text', () => {
    expect(texts(['div', {}, 'Before ', ['div', {}, 'Inside'], ' After'])).toEqual([
      'Before ',
      'Inside',
      ' After',
    ]);
  });

  it.each<[string, Spec]>([
    ['scripts', ['script', { type: 'text/plain' }, 'ACME = {}']],
    ['styles', ['style', {}, 'A{}']],
    ['code', ['pre', {}, ['code', {}, 'ACME']]],
    ['text areas', ['textarea', {}, 'ACME']],
    ['choices', ['select', {}, ['option', {}, 'ACME']]],
    ['editable text', ['div', { contenteditable: 'true' }, 'ACME']],
    ['paragraphs of an editor', ['div', { contenteditable: '' }, ['p', {}, 'ACME']]],
    ['text without a capital', ['p', {}, 'acme']],
    ['inline text that is not shown', ['p', {}, ['span', { style: 'display: none' }, 'ACME']]],
  ])('leave out %s', (_, spec) => {
    expect(read(['div', {}, spec])).toEqual([]);
  });

  it.each<[string, Spec]>([
    ['code', ['code', {}, 'x']],
    ['a control', ['input', {}]],
    ['hidden text', ['span', { style: 'display: none' }, 'x']],
  ])('keep words apart where %s stands between them', (_, between) => {
    expect(texts(['p', {}, 'Ac', between, 'ME'])[0]).not.toContain('AcME');
  });

  it('tell where links are, also when a link holds the whole line', () => {
    const links = (...specs: Spec[]) => read(...specs).map((line) => describeLine(line)!.links);
    expect(links(['p', {}, 'See ', ['a', { href: '/quote/EPAC' }, 'EPAC'], '.'])).toEqual([
      [{ start: 4, end: 8, href: '/quote/EPAC' }],
    ]);
    expect(links(['a', { href: '/quote/EPAC' }, ['div', {}, 'EPAC'], ['div', {}, 'Enerpac']])).toEqual([
      [{ start: 0, end: 4, href: '/quote/EPAC' }],
      [{ start: 0, end: 7, href: '/quote/EPAC' }],
    ]);
  });

  it('tell the symbols of widgets, and the text beside a symbol', () => {
    const [line] = read(['p', {}, ['span', { 'data-symbol': 'EPAC' }, 'Enerpac'], ' rose']);
    expect(describeLine(line!)!.symbols).toEqual([{ start: 0, end: 7, symbol: 'EPAC' }]);
    const [symbol] = read(['section', {}, ['div', {}, ['div', {}, 'GO']], ['div', {}, 'Grocery Outlet']]);
    expect(describeLine(symbol!)!.beside).toBe('Grocery Outlet');
  });

  it('stand in open shadow roots too', () => {
    const host = document.createElement('x-card');
    host.attachShadow({ mode: 'open' }).append(build(['p', {}, 'In the Shadow']));
    const outer = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append('Directly There');
    document.body.replaceChildren(host, outer);
    expect(shadowRootsIn(document.body)).toEqual([host.shadowRoot, outer.shadowRoot]);
    const blocks = new Blocks();
    const found = shadowRootsIn(document.body).flatMap((root) => {
      const seeds: Seed[] = [];
      new SeedWalk(root, blocks).step(100, seeds);
      return seeds.flatMap(({ node }) => linesAround(node, blocks));
    });
    expect(found.map(({ text, element }) => [text, element.localName])).toEqual([
      ['In the Shadow', 'p'],
      ['Directly There', 'div'],
    ]);
  });

  it('can be found again on the page, over inline elements', () => {
    const [block] = read(['p', {}, 'Shares of ', ['b', {}, 'Ac'], 'me rose']);
    expect(rangeOf(block!, 10, 14).toString()).toBe('Acme');
    expect(rangeOf(block!, 0, 6).toString()).toBe('Shares');
    expect(rangeOf(block!, 10, 12).toString()).toBe('Ac');
    expect(rangeOf(block!, 12, 14).toString()).toBe('me');
  });

  it('change nothing on the page', () => {
    const specs: Spec[] = [['div', {}, ['p', {}, 'Acme ', ['a', { href: '/x' }, 'Corp']], ['p', {}, 'Item']]];
    document.body.replaceChildren(...specs.map(build));
    const before = document.body.cloneNode(true);
    read(...specs);
    expect(document.body.isEqualNode(before)).toBe(true);
  });
});

describe('seeds', () => {
  const seedsOf = (...specs: Spec[]) => {
    document.body.replaceChildren(...specs.map(build));
    const seeds: Seed[] = [];
    new SeedWalk(document.body, new Blocks()).step(1000, seeds);
    return seeds.map(({ text }) => text);
  };

  it('are the texts in which a name can begin', () => {
    expect(
      seedsOf(['p', {}, 'Acme'], ['p', {}, 'rose 3%'], ['p', {}, '1st source'], ['p', {}, '$gme']),
    ).toEqual(['Acme', '1st source', '$gme']);
  });

  it('hold words that are cut over several nodes, whole', () => {
    expect(seedsOf(['p', {}, 'of ', ['b', {}, 'A'], ['i', {}, 'c'], 'me rose'])).toContain('Acme rose');
    expect(seedsOf(['p', {}, 'an i', ['b', {}, 'Robot']])).toContain('an iRobot');
    expect(seedsOf(['table', {}, ['tr', {}, ['td', {}, 'Acme'], ['td', {}, 'ACM']]])).toEqual([
      'Acme',
      'ACM',
    ]);
  });
});
