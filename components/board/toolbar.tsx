import { useState } from 'preact/hooks';
import { countFilters, NO_FILTERS, type SortKey } from '../../lib/board/query';
import { t } from '../../lib/i18n';
import { showCount } from '../format';
import { allColumns, isText } from './columns';
import { FilterPanel } from './filter-panel';
import { board, filter, filters, shown, sort } from './state';

/** What of the board is shown, and in which order. */
export function Toolbar() {
  const [open, setOpen] = useState(false);
  const { text, onPage, watched } = filters.value;
  const on = countFilters({ ...filters.value, onPage: false, watched: false });
  return (
    <search class="board-tools">
      <div class="board-line">
        <input
          type="search"
          class="board-search"
          aria-label={t('board.search')}
          placeholder={t('board.search')}
          value={text}
          maxLength={100}
          onInput={({ currentTarget }) => filter({ text: currentTarget.value })}
        />
      </div>
      <div class="board-line">
        <Toggle on={onPage} words={t('board.onPage')} onToggle={(now) => filter({ onPage: now })} />
        <Toggle on={watched} words={t('board.watchlist')} onToggle={(now) => filter({ watched: now })} />
        <button
          type="button"
          class="chip board-filters"
          aria-expanded={open}
          aria-controls="board-filters"
          onClick={() => setOpen(!open)}
        >
          {on === 0 ? t('board.filters') : t('board.filtersOn', on, { count: showCount(on) })}
        </button>
        <Order />
      </div>
      <div id="board-filters" hidden={!open}>
        {open && <FilterPanel />}
      </div>
    </search>
  );
}

function Toggle({ on, words, onToggle }: { on: boolean; words: string; onToggle: (on: boolean) => void }) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={() => onToggle(!on)}>
      {words}
    </button>
  );
}

/** The order as a choice, since a narrow list does not show every column. */
function Order() {
  const { by, down } = sort.value;
  const order = orderWords(by, down);
  return (
    <span class="board-order">
      <select
        aria-label={t('board.sortBy')}
        value={by}
        onChange={({ currentTarget }) => {
          const key = currentTarget.value as SortKey;
          sort.value = { by: key, down: !isText(key) };
        }}
      >
        <option value="ticker">{t('board.symbol')}</option>
        {allColumns(board.value?.factors ?? []).map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button board-turn"
        aria-label={order}
        title={order}
        onClick={() => {
          sort.value = { by, down: !down };
        }}
      >
        <span aria-hidden="true">{down ? '↓' : '↑'}</span>
      </button>
    </span>
  );
}

function orderWords(by: SortKey, down: boolean): string {
  if (isText(by)) return down ? t('board.zToA') : t('board.aToZ');
  return down ? t('board.highestFirst') : t('board.lowestFirst');
}

/** How many there are, and how they are sorted; told to a screen reader when it changes. */
export function Count() {
  const all = board.value?.rows.length ?? 0;
  const { length } = shown.value;
  const { by, down } = sort.value;
  const counted =
    length === all
      ? t('board.counted', length, { count: showCount(length) })
      : t('board.countedOf', { count: showCount(length), all: showCount(all) });
  const what =
    by === 'ticker'
      ? t('board.symbol')
      : (allColumns(board.value?.factors ?? []).find(({ key }) => key === by)?.title ?? '');
  return (
    <p class="board-count mute" role="status">
      {t('board.sorted', { counted, what, order: orderWords(by, down) })}
    </p>
  );
}

/** Takes every filter off. */
export function clearFilters(): void {
  filters.value = NO_FILTERS;
}
