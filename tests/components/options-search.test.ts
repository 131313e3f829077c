// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { search } from '../../components/options/search';

const MARKUP: [string, string[]][] = [
  ['Sites', ['Yahoo Finance finance.yahoo.com', 'Nasdaq nasdaq.com']],
  ['Thesis', ['Weight of Rate cuts', 'Weight of Breakout']],
];

let root: HTMLElement;

function element(name: string, text = '', attributes: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

beforeEach(() => {
  root = element('main');
  for (const [title, items] of MARKUP) {
    const section = element('section');
    const details = element('details', '', { 'data-find': '' });
    details.append(element('summary', `All of ${title}`));
    for (const item of items) details.append(element('div', item, { 'data-find': '' }));
    section.append(element('h2', title), details);
    root.append(section);
  }
});

const shown = () =>
  [...root.querySelectorAll('div')]
    .filter((one) => !one.closest('[data-missed]'))
    .map(({ textContent }) => textContent);

describe('the search of the options', () => {
  it('shows the controls whose words hold all that was typed, and opens what holds them', () => {
    expect(search(root, 'RATE weight')).toBe(1);
    expect(shown()).toEqual(['Weight of Rate cuts']);
    expect(root.querySelectorAll('details')[1]!.open).toBe(true);
    expect(root.querySelector('section')!.hasAttribute('data-missed')).toBe(true);
  });

  it('takes the title of a section or group for all that is in it', () => {
    search(root, 'sites');
    expect(shown()).toEqual(MARKUP[0]![1]);
    search(root, 'thesis breakout');
    expect(shown()).toEqual(['Weight of Breakout']);
  });

  it('finds groups and rows of a section that marks none', () => {
    const section = element('section');
    const group = element('fieldset');
    group.append(element('legend', 'Tell me of'), element('div', 'A broken signal'));
    section.append(element('h2', 'Alerts'), group);
    root.append(section);
    expect(search(root, 'broken signal')).toBe(1);
    expect(search(root, 'rate cuts')).toBe(1);
    expect(group.hasAttribute('data-missed')).toBe(true);
  });

  it('finds what a field holds, but not a key', () => {
    const field = element('div', 'A field', { 'data-find': '' });
    field.append(
      element('input', '', { value: 'MSFT, ORCL' }),
      element('input', '', { type: 'password', value: 'secret' }),
    );
    root.querySelector('section')!.append(field);
    expect(search(root, 'orcl')).toBe(1);
    expect(search(root, 'secret')).toBe(0);
  });

  it('finds nothing where nothing is, and shows everything again', () => {
    expect(search(root, 'zebra')).toBe(0);
    expect(shown()).toEqual([]);
    search(root, ' ');
    expect(shown()).toHaveLength(4);
  });
});
