import { type BoardExport, toCsv, toJson } from '../../lib/board/export';
import { t } from '../../lib/i18n';
import { formatDay } from '../../lib/market/day';
import { showCount, showDay } from '../format';
import { LiveLine } from '../live-line';
import { Picked } from './detail';
import { board, compared, detail, keep, removed, said, shown, watched } from './state';

/** The comparison that is being put together, the export, and how old everything is. */
export function Foot() {
  const now = board.value;
  if (!now) return null;
  const { days, data } = now;
  return (
    <footer class="board-foot">
      <Tray />
      <Told />
      <div class="board-line">
        <span class="mute">{t('board.export')}</span>
        <button type="button" class="button" onClick={() => save('csv', toCsv)}>
          {t('board.csv')}
        </button>
        <button type="button" class="button" onClick={() => save('json', toJson)}>
          {t('board.json')}
        </button>
      </div>
      <p class="mute">
        {t('board.asOf', { scores: showDay(days.scores), listings: showDay(days.listings) })}{' '}
        {data.tradingDaysOld
          ? t('board.pricesOld', data.tradingDaysOld, { count: showCount(data.tradingDaysOld) })
          : ''}
      </p>
      {data.live && <LiveLine live={data.live} />}
    </footer>
  );
}

function Tray() {
  const tickers = compared.value;
  if (tickers.length === 0) return <p class="mute">{t('board.compareFew')}</p>;
  return (
    <div class="board-line">
      <span>{t('board.compareTitle')}</span>
      {tickers.map((ticker) => (
        <Picked key={ticker} ticker={ticker} />
      ))}
      <button
        type="button"
        class="button"
        onClick={() => {
          detail.value = 'compare';
        }}
      >
        {t('board.compareShow')}
      </button>
    </div>
  );
}

/** What was just done or could not be done, with its undo. */
function Told() {
  const entry = removed.value;
  return (
    <p class="board-told" role="status">
      {entry && (
        <>
          {t('watchlist.removed', { ticker: entry.ticker })}{' '}
          <button
            type="button"
            class="link"
            aria-label={t('watchlist.undoOf', { ticker: entry.ticker })}
            onClick={() => void keep(entry)}
          >
            {t('common.undo')}
          </button>{' '}
        </>
      )}
      {said.value}
    </p>
  );
}

const TYPES = { csv: 'text/csv', json: 'application/json' };

/** Hands the rows as seen to the browser as a file. */
function save(kind: keyof typeof TYPES, write: (board: BoardExport) => string): void {
  const { factors, days } = board.value!;
  const rows = shown.value;
  const file = `minnow-board-${formatDay(days.scores)}.${kind}`;
  const text = write({ rows, factors, days, watched: watched.value });
  const url = URL.createObjectURL(new Blob([text], { type: `${TYPES[kind]};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  said.value = t('board.exported', rows.length, { count: showCount(rows.length), file });
}
