import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SortKey } from '../../lib/board/query';
import type { BoardFactor } from '../../lib/board/types';
import { t } from '../../lib/i18n';
import { Unseen } from '../unseen';
import { type Column, columnsFor, isText } from './columns';
import { layoutOf, Row, stopAt } from './row';
import { board, compared, detail, filters, shown, sort, watched } from './state';
import { useVirtualRows } from './use-virtual-rows';
import { useWidth } from './use-width';

/** Heights in CSS pixels, as in board.css. */
const ROW = 44;
const HEAD = 32;

const NO_FACTORS: BoardFactor[] = [];

/** A place in the grid; row -1 is the head. */
interface Place {
  row: number;
  column: number;
}

/**
 * The list as a grid by the rules of ARIA: one stop for Tab, arrows move from cell to cell, Page Up and Down by a
 * screen, Home and End along the row, with Ctrl to its first and last; Enter opens a company, Space presses a control.
 */
export function BoardGrid() {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [place, setPlace] = useState<Place>({ row: 0, column: 2 });
  /** Whether the focus is still to go to the place, which may have to be drawn first. */
  const moving = useRef(false);
  /** Whether the focus is in the list, also when the row that had it is gone. */
  const inside = useRef(false);
  const rows = shown.value;
  const factors = board.value?.factors ?? NO_FACTORS;
  const { by, down } = sort.value;
  const columns = useMemo(() => columnsFor(width, by, factors), [width, by, factors]);
  const at: Place = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length - 1),
  };
  const virtual = useVirtualRows(frame, rows.length, ROW, HEAD, at.row);

  // What is sought or sorted anew is looked at from its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what changes the list
  useLayoutEffect(() => {
    virtual.toTop();
    setPlace((now) => (now.row <= 0 ? now : { ...now, row: 0 }));
  }, [by, down, filters.value]);

  useLayoutEffect(() => {
    if (inside.current && document.activeElement === document.body) moving.current = true;
    if (!moving.current) return;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-place="${at.row}:${at.column}"]`);
    if (!cell) return;
    moving.current = false;
    cell.focus({ preventScroll: true });
  });

  const move = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (altKey || metaKey) return;
    const last = { row: rows.length - 1, column: columns.length - 1 };
    const steps: Record<string, Place> = {
      ArrowDown: { ...at, row: at.row + 1 },
      ArrowUp: { ...at, row: at.row - 1 },
      ArrowRight: { ...at, column: at.column + 1 },
      ArrowLeft: { ...at, column: at.column - 1 },
      PageDown: { ...at, row: at.row + virtual.page() },
      PageUp: { ...at, row: Math.max(0, at.row - virtual.page()) },
      Home: { row: ctrlKey ? 0 : at.row, column: 0 },
      End: { row: ctrlKey ? last.row : at.row, column: last.column },
    };
    const next = steps[key];
    if (!next) return;
    event.preventDefault();
    const to: Place = {
      row: Math.max(-1, Math.min(last.row, next.row)),
      column: Math.max(0, Math.min(last.column, next.column)),
    };
    moving.current = true;
    if (to.row >= 0) virtual.show(to.row);
    setPlace(to);
  };
  const left = ({ target, relatedTarget }: FocusEvent) => {
    if (frame.current?.contains(relatedTarget as Node | null)) return;
    // Once it is known whether what had the focus is gone itself.
    queueMicrotask(() => {
      if ((target as Node).isConnected) inside.current = false;
    });
  };
  const focused = (event: FocusEvent) => {
    inside.current = true;
    const text = (event.target as HTMLElement).dataset.place;
    if (!text) return;
    const [row, column] = text.split(':').map(Number) as [number, number];
    if (row !== place.row || column !== place.column) setPlace({ row, column });
  };
  const opened = typeof detail.value === 'object' ? detail.value?.ticker : undefined;

  return (
    <div
      ref={frame}
      class="board-frame"
      role="grid"
      aria-label={t('board.gridName')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      tabIndex={-1}
      onKeyDown={move}
      onFocusIn={focused}
      onFocusOut={left}
    >
      <div role="rowgroup" class="board-head">
        <div role="row" aria-rowindex={1} class="board-row" style={layoutOf(columns)}>
          {columns.map((column, i) => (
            <Head key={column.key} column={column} index={i} isStop={at.row === -1 && at.column === i} />
          ))}
        </div>
      </div>
      <div role="rowgroup" class="board-body" style={{ height: `${virtual.height}px` }}>
        {virtual.items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <Row
              // By place, not by company: a row that shows another company is only written anew.
              key={index}
              index={index}
              row={row}
              top={start - HEAD}
              columns={columns}
              stop={index === at.row ? at.column : -1}
              isWatched={watched.value.has(row.ticker)}
              isCompared={compared.value.includes(row.ticker)}
              isOpen={opened === row.ticker}
            />
          );
        })}
      </div>
    </div>
  );
}

interface HeadProps {
  column: Column;
  /** Its place in the row, from 0. */
  index: number;
  isStop: boolean;
}

function Head({ column: { title, short, sort: by, end }, index, isStop }: HeadProps) {
  const stop = stopAt(-1, index, isStop);
  const { by: now, down } = sort.value;
  const isSorted = by !== undefined && by === now;
  const common = {
    'aria-colindex': index + 1,
    class: end ? 'board-cell board-end' : 'board-cell',
  };
  if (by === undefined) {
    return (
      <div role="columnheader" {...common} {...stop}>
        <Unseen>{title}</Unseen>
      </div>
    );
  }
  return (
    <div role="columnheader" {...common} aria-sort={isSorted ? (down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        {...stop}
        class="board-sort"
        title={title}
        aria-label={short === title ? title : t('board.headName', { short, title })}
        onClick={() => sortBy(by)}
      >
        {short}
        {isSorted && <span aria-hidden="true">{down ? ' ↓' : ' ↑'}</span>}
      </button>
    </div>
  );
}

/** Sorts by a column, the other way round when it is sorted by already. */
function sortBy(by: SortKey): void {
  const now = sort.value;
  sort.value = { by, down: now.by === by ? !now.down : !isText(by) };
}
