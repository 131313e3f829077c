import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

interface VirtualRows {
  /** The rows to draw, with the place of each. */
  items: VirtualItem[];
  /** Height of all rows together, CSS pixels. */
  height: number;
  /** Brings a row into view. */
  show(index: number): void;
  /** Brings the first row into view. */
  toTop(): void;
  /** How many rows fit into view. */
  page(): number;
}

const OVERSCAN = 6;

/**
 * Only the rows in view of a frame that scrolls, below a head that stays.
 * @param size height of a row, CSS pixels
 * @param head height of the head, CSS pixels
 * @param kept a row that is drawn wherever the frame is, since it holds the focus
 */
export function useVirtualRows(
  frame: RefObject<HTMLElement | null>,
  count: number,
  size: number,
  head: number,
  kept: number,
): VirtualRows {
  const [, redraw] = useReducer<number, void>((drawn) => drawn + 1, 0);
  const options = {
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => size,
    overscan: OVERSCAN,
    scrollMargin: head,
    scrollPaddingStart: head,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const rows = defaultRangeExtractor(range);
      if (kept < 0 || kept >= count || rows.includes(kept)) return rows;
      return [...rows, kept].sort((a, b) => a - b);
    },
    onChange: () => redraw(),
  };
  const held = useRef<Virtualizer<HTMLElement, HTMLElement>>(null);
  held.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const rows = held.current;
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  // Rows of another height, as in another layout.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size is what changed
  useLayoutEffect(() => rows.measure(), [rows, size]);
  return {
    items: rows.getVirtualItems(),
    height: rows.getTotalSize(),
    show: (index) => rows.scrollToIndex(index, { align: 'auto' }),
    // Where it is there already, asking the browser would only make it lay out the list early.
    toTop: () => {
      if (rows.scrollOffset) rows.scrollToOffset(0);
    },
    page: () => Math.max(1, Math.floor(((frame.current?.clientHeight ?? 0) - head) / size) - 1),
  };
}
