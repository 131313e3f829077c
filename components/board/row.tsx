import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { BoardRow } from '../../lib/board/types';
import { t } from '../../lib/i18n';
import type { Column } from './columns';
import { compare, compared, detail, watch } from './state';

interface Props {
  row: BoardRow;
  /** Its place in the list, from 0. */
  index: number;
  /** CSS pixels below the top of the list. */
  top: number;
  columns: readonly Column[];
  /** The column that stands in the order of Tab; -1 for none. */
  stop: number;
  isWatched: boolean;
  isCompared: boolean;
  isOpen: boolean;
}

/** One company as a row of the grid, drawn anew only when something of it has changed. */
export function Row({ row, index, top, columns, stop, isWatched, isCompared, isOpen }: Props) {
  return useMemo(() => {
    const { ticker } = row;
    const open = () => {
      detail.value = { ticker };
    };
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the button in the row serves the keyboard
      <div
        role="row"
        aria-rowindex={index + 2}
        class="board-row"
        data-open={isOpen}
        style={{ ...layoutOf(columns), transform: `translateY(${top}px)` }}
        onClick={({ target }) => {
          if (!(target as HTMLElement).closest('button, input, label')) open();
        }}
      >
        {columns.map(({ key, end, cell }, i) => {
          const place = stopAt(index, i, i === stop);
          const common = {
            'aria-colindex': i + 1,
            class: end ? 'board-cell board-end' : 'board-cell',
          };
          const control: Partial<Record<Column['key'], () => ComponentChild>> = {
            watch: () => (
              <button
                type="button"
                {...place}
                class="board-star"
                aria-pressed={isWatched}
                aria-label={t('board.watchOf', { ticker })}
                onClick={() => void watch(ticker)}
              >
                <span aria-hidden="true">{isWatched ? '★' : '☆'}</span>
              </button>
            ),
            compare: () => (
              <label class="board-box">
                <input
                  type="checkbox"
                  {...place}
                  aria-label={t('board.compareOf', { ticker })}
                  checked={isCompared}
                  onClick={(event) => {
                    compare(ticker);
                    event.currentTarget.checked = compared.value.includes(ticker);
                  }}
                />
              </label>
            ),
            name: () => (
              <button type="button" {...place} class="board-name" onClick={open}>
                <b>{ticker}</b> <span class="mute">{row.name}</span>
              </button>
            ),
          };
          const own = control[key];
          return own ? (
            <div key={key} role="gridcell" {...common}>
              {own()}
            </div>
          ) : (
            <div key={key} role="gridcell" {...common} {...place}>
              {cell?.(row)}
            </div>
          );
        })}
      </div>
    );
  }, [row, index, top, columns, stop, isWatched, isCompared, isOpen]);
}

/** The widths of the columns. */
export function layoutOf(columns: readonly Column[]): { gridTemplateColumns: string } {
  return { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
}

/** Every cell or its control can take the focus; one of them stands in the order of Tab. */
export function stopAt(row: number, column: number, isStop: boolean) {
  return { 'data-place': `${row}:${column}`, tabIndex: isStop ? 0 : -1 };
}
