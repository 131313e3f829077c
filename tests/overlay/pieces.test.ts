// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../lib/overlay/pieces';

function tree(name: string, children: (Node | string)[] = []): Element {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}
const many = (count: number) => Array.from({ length: count }, () => tree('p', ['text']));

describe('a page read in pieces', () => {
  it('is one piece when it is small', () => {
    const body = tree('div', many(10));
    expect([...piecesOf([body])]).toEqual([body]);
  });

  it('is split where large containers hold no text of their own', () => {
    const small = tree('section', many(5));
    const large = tree('article', many(450));
    const pieces = [...piecesOf([tree('div', [small, large])])];
    expect(pieces[0]).toBe(small);
    expect(pieces).toHaveLength(451);
  });

  it('keeps text together with the elements inside it', () => {
    const mixed = tree('div', ['Shares of ', ...many(450)]);
    expect([...piecesOf([mixed])]).toEqual([mixed]);
  });

  it('keeps tables and marked symbols whole', () => {
    const table = tree('table', many(450));
    const marked = tree('div', many(450));
    marked.setAttribute('data-symbol', 'EPAC');
    expect([...piecesOf([tree('div', [table, marked])])]).toEqual([table, marked]);
  });
});
