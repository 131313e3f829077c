import { describe, expect, it } from 'vitest';
import { TabCounts, toolbarWords } from '../../lib/background/tab-counts';

describe('the small caps of a tab', () => {
  it('are counted once, over all its frames', () => {
    const counts = new TabCounts();
    expect(counts.set(1, 0, ['EPAC', 'PLUG'])).toBe(2);
    expect(counts.set(1, 5, ['EPAC', 'SHAK'])).toBe(3);
    expect(counts.set(1, 0, ['PLUG'])).toBe(3);
    expect(counts.set(2, 0, ['EPAC'])).toBe(1);
  });

  it('start again with another page', () => {
    const counts = new TabCounts();
    counts.set(1, 0, ['EPAC']);
    counts.set(1, 5, ['SHAK']);
    counts.restart(1, 5);
    expect(counts.set(1, 5, [])).toBe(1);
    counts.restart(1, 0);
    expect(counts.set(1, 0, ['CALM'])).toBe(1);
  });

  it('are forgotten with the tab', () => {
    const counts = new TabCounts();
    counts.set(1, 0, ['EPAC']);
    counts.forget(1);
    expect(counts.set(1, 0, [])).toBe(0);
  });
});

describe('the toolbar button', () => {
  it.each([
    [0, '', 'Minnow'],
    [1, '1', 'Minnow: 1 small cap on this page'],
    [12, '12', 'Minnow: 12 small caps on this page'],
    [1200, '999+', 'Minnow: 1,200 small caps on this page'],
  ])('says %i', (count, text, title) => {
    expect(toolbarWords(count)).toEqual({ text, title });
  });

  it('shows the market’s score where the user wants that, with its verdict in words', () => {
    expect(toolbarWords(0, { score: '48', verdict: 'neutral' })).toEqual({
      text: '48',
      title: 'Minnow: the case for small caps, 48 of 100, neutral',
    });
    expect(toolbarWords(2, { score: '61', verdict: 'supports' }).title).toBe(
      'Minnow: the case for small caps, 61 of 100, supports; 2 small caps on this page',
    );
  });
});
