// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TabItem, Tabs } from '../../components/tabs';

const One = () => <p>The panel of one</p>;
const Two = () => <p>The panel of two</p>;
const Three = () => <p>The panel of three</p>;
const ITEMS: [TabItem, ...TabItem[]] = [
  { id: 'one', title: 'ONE', Panel: One },
  { id: 'two', title: 'TWO', Panel: Two },
  { id: 'three', title: 'THREE', Panel: Three },
];

describe('tabs', () => {
  beforeEach(() => {
    render(<Tabs label="Three" items={ITEMS} chosen={signal('one')} />, document.body);
  });
  afterEach(() => render(null, document.body));

  const tabs = () => [...document.querySelectorAll<HTMLElement>('[role=tab]')];
  const chosen = () => tabs().filter((tab) => tab.getAttribute('aria-selected') === 'true');
  const press = (key: string) =>
    act(() => {
      chosen()[0]!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });

  it('show the first panel, named by its tab, the only one in the order of focus', () => {
    const panel = document.querySelector('[role=tabpanel]')!;
    expect(panel.textContent).toBe('The panel of one');
    expect(panel.getAttribute('aria-labelledby')).toBe(chosen()[0]!.id);
    expect(chosen()[0]!.getAttribute('aria-controls')).toBe(panel.id);
    expect(tabs().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  });

  it('are chosen by a click', () => {
    act(() => tabs()[1]!.click());
    expect(document.querySelector('[role=tabpanel]')!.textContent).toBe('The panel of two');
  });

  it.each([
    [['ArrowRight'], 'TWO'],
    [['ArrowRight', 'ArrowRight', 'ArrowRight'], 'ONE'],
    [['ArrowLeft'], 'THREE'],
    [['End'], 'THREE'],
    [['End', 'Home'], 'ONE'],
    [['Enter'], 'ONE'],
  ])('lead by %j to %s, with the focus', (keys, title) => {
    act(() => chosen()[0]!.focus());
    for (const key of keys) press(key);
    expect(chosen().map(({ textContent }) => textContent)).toEqual([title]);
    expect(document.activeElement?.textContent).toBe(title);
  });
});
