// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { TextPart } from '../../lib/detect/page-reader';
import { PageParts } from '../../lib/overlay/page-parts';

function element(tag: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...children);
  return made;
}

/** The reading of elements that hold one text each. */
const readingOf = (...elements: Element[]): TextPart[] =>
  elements.map((one) => {
    const node = one.firstChild as Text;
    return {
      element: one,
      blocks: [{ text: node.data, element: one, nodes: [{ node, start: 0 }] }],
      items: [],
    };
  });
const order = (parts: PageParts) => [...parts].map(({ element }) => element.textContent);

describe('the parts of a page', () => {
  let parts: PageParts;
  let [a, b, c] = [] as HTMLElement[];
  beforeEach(() => {
    [a, b, c] = ['A', 'B', 'C'].map((text) => element('p', text));
    document.body.replaceChildren(a!, b!, c!);
    parts = new PageParts();
    parts.update([document.body], readingOf(a!, b!, c!));
  });

  it('are told all at once, in order', () => {
    const fresh = new PageParts();
    expect(fresh.update([document.body], readingOf(a!, b!, c!))).toEqual([
      { at: 0, remove: 0, add: [[], [], []] },
    ]);
    expect(order(fresh)).toEqual(['A', 'B', 'C']);
  });

  it('say nothing when they read as before, in the same text nodes', () => {
    expect(parts.update([b!], readingOf(b!))).toEqual([]);
    b!.replaceChildren('B');
    expect(parts.update([b!], readingOf(b!))).toEqual([{ at: 1, remove: 1, add: [[]] }]);
  });

  it('find their place among the others', () => {
    const between = element('p', 'BC');
    b!.after(between);
    expect(parts.update([between], readingOf(between))).toEqual([{ at: 2, remove: 0, add: [[]] }]);
    expect(order(parts)).toEqual(['A', 'B', 'BC', 'C']);
  });

  it('go when their text no longer names anybody, or when they leave the page', () => {
    expect(parts.update([b!], [])).toEqual([{ at: 1, remove: 1, add: [] }]);
    expect(parts.has(b!)).toBe(false);
    a!.remove();
    expect(parts.update([], [])).toEqual([{ at: 0, remove: 1, add: [] }]);
    expect(order(parts)).toEqual(['C']);
  });

  it('inside an element are replaced with it, those in its shadow trees too', () => {
    const host = element('x-card');
    const inner = element('p', 'In Shadow');
    host.attachShadow({ mode: 'open' }).append(inner);
    const outer = element('section', host);
    b!.after(outer);
    parts.update([outer], readingOf(inner));
    expect(order(parts)).toEqual(['A', 'B', 'In Shadow', 'C']);
    expect(parts.update([outer], [])).toEqual([{ at: 2, remove: 1, add: [] }]);
  });
});
