import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SortKey } from '../../lib/board/query';
import type { BoardRow } from '../../lib/board/types';
import { t } from '../../lib/i18n';
import { Unseen } from '../unseen';
import { type Column, columnsFor, isText } from './columns';
import { board, compare, compared, detail, filters, shown, sort, watch, watched } from './state';
import { useVirtualRows } from './use-virtual-rows';
import { useWidth } from './use-width';

/** Heights in CSS pixels, as in board.css. */
const ROW = 44;
const HEAD = 32;

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
  const rows = shown.value;
  const factors = board.value?.factors ?? [];
  const columns = columnsFor(width, sort.value.by, factors);
  const at: Place = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length - 1),
  };
  const virtual = useVirtualRows(frame, rows.length, ROW, HEAD, at.row);

  // What is sought or sorted anew is looked at from its top.
  const { by, down } = sort.value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what changes the list
  useLayoutEffect(() => {
    frame.current?.scrollTo({ top: 0 });
    setPlace((now) => (now.row < 0 ? now : { ...now, row: 0 }));
  }, [by, down, filters.value]);

  useLayoutEffect(() => {
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
  const focused = (event: FocusEvent) => {
    const text = (event.target as HTMLElement).dataset.place;
    if (!text) return;
    const [row, column] = text.split(':').map(Number) as [number, number];
    if (row !== place.row || column !== place.column) setPlace({ row, column });
  };
  /** Every cell or its control can take the focus; one of them stands in the order of Tab. */
  const stop = (row: number, column: number) => ({
    'data-place': `${row}:${column}`,
    tabIndex: row === at.row && column === at.column ? 0 : -1,
  });
  const layout = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };

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
    >
      <div role="rowgroup" class="board-head">
        <div role="row" aria-rowindex={1} class="board-row" style={layout}>
          {columns.map((column, i) => (
            <Head key={column.key} column={column} index={i} stop={stop(-1, i)} />
          ))}
        </div>
      </div>
      <div role="rowgroup" class="board-body" style={{ height: `${virtual.height}px` }}>
        {virtual.items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the row serves the keyboard
            <div
              key={row.ticker}
              role="row"
              aria-rowindex={index + 2}
              class="board-row"
              data-open={typeof detail.value === 'object' && detail.value?.ticker === row.ticker}
              style={{ ...layout, transform: `translateY(${start - HEAD}px)` }}
              onClick={({ target }) => {
                if (!(target as HTMLElement).closest('button, input, label')) open(row);
              }}
            >
              {columns.map((column, i) => (
                <Cell key={column.key} row={row} column={column} index={i} stop={stop(index, i)} />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function open({ ticker }: BoardRow): void {
  detail.value = { ticker };
}

interface CellProps {
  column: Column;
  /** Its place in the row, from 0. */
  index: number;
  stop: { 'data-place': string; tabIndex: number };
}

function Head({ column: { title, short, sort: by, end }, index, stop }: CellProps) {
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

function Cell({ row, column, index, stop }: CellProps & { row: BoardRow }) {
  const { ticker } = row;
  const common = {
    'aria-colindex': index + 1,
    class: column.end ? 'board-cell board-end' : 'board-cell',
  };
  if (column.key === 'watch') {
    const isWatched = watched.value.has(ticker);
    return (
      <div role="gridcell" {...common}>
        <button
          type="button"
          {...stop}
          class="board-star"
          aria-pressed={isWatched}
          aria-label={t('board.watchOf', { ticker })}
          onClick={() => void watch(ticker)}
        >
          <span aria-hidden="true">{isWatched ? '★' : '☆'}</span>
        </button>
      </div>
    );
  }
  if (column.key === 'compare') {
    return (
      <div role="gridcell" {...common}>
        <label class="board-box">
          <input
            type="checkbox"
            {...stop}
            aria-label={t('board.compareOf', { ticker })}
            checked={compared.value.includes(ticker)}
            onClick={(event) => {
              compare(ticker);
              event.currentTarget.checked = compared.value.includes(ticker);
            }}
          />
        </label>
      </div>
    );
  }
  if (column.key === 'name') {
    return (
      <div role="gridcell" {...common}>
        <button type="button" {...stop} class="board-name" onClick={() => open(row)}>
          <b>{ticker}</b> <span class="mute">{row.name}</span>
        </button>
      </div>
    );
  }
  return (
    <div role="gridcell" {...common} {...stop}>
      {column.cell?.(row)}
    </div>
  );
}
