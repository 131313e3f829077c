import { useEffect } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { showCount, showList } from '../format';
import { Detail } from './detail';
import { Foot } from './foot';
import { BoardGrid } from './grid';
import {
  board,
  detail,
  failure,
  filters,
  page,
  readBoard,
  readings,
  shown,
  start,
  watched,
  watchlist,
} from './state';
import { Count, clearFilters, Toolbar } from './toolbar';

/** Every small cap, to be sorted, searched, looked at, compared, watched and taken along. */
export function BoardPanel() {
  useEffect(start, []);
  const now = board.value;
  if (!now) return failure.value ? <Failed /> : <p class="part mute">{t('board.reading')}</p>;
  const problem = watchlist.value?.problem;
  return (
    <div class="board" data-detail={detail.value !== null}>
      <div class="board-list">
        {failure.value && <Failed />}
        {problem && <p class="notice">{problem}</p>}
        <Toolbar />
        <Count />
        <Progress />
        <Elsewhere />
        {shown.value.length === 0 ? <Nothing /> : <BoardGrid />}
        <Foot />
      </div>
      <Detail />
    </div>
  );
}

function Failed() {
  return (
    <div class="notice" role="alert">
      <p>{failure.value}</p>
      <button type="button" class="button" onClick={() => void readBoard()}>
        {t('common.tryAgain')}
      </button>
    </div>
  );
}

/** How far the factors are worked out. */
function Progress() {
  const all = board.value?.rows.length ?? 0;
  const done = readings.value.size;
  if (done >= all || failure.value) return null;
  return <p class="board-count mute">{t('board.scoring', { done: showCount(done), all: showCount(all) })}</p>;
}

/** Watched stocks that the board does not hold: they must not seem lost. */
function Elsewhere() {
  if (!filters.value.watched) return null;
  const held = new Set(board.value?.rows.map(({ ticker }) => ticker));
  const others = [...watched.value.keys()].filter((ticker) => !held.has(ticker));
  if (others.length === 0) return null;
  return <p class="board-count">{t('board.watchElsewhere', { tickers: showList(others) })}</p>;
}

/** Why there is nothing to see, and the way back. */
function Nothing() {
  const { onPage, watched: onlyWatched } = filters.value;
  const words =
    onPage && page.value.words
      ? page.value.words
      : onlyWatched && watched.value.size === 0
        ? t('board.watchNone')
        : t('board.nothing');
  return (
    <div class="board-nothing">
      <p role="status">{words}</p>
      <button type="button" class="button" onClick={clearFilters}>
        {t('board.clearToSeeAll')}
      </button>
    </div>
  );
}
