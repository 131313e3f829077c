import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { t } from '../../lib/i18n';
import { send } from '../../lib/messaging';
import { WATCHLIST_KEY } from '../../lib/watchlist/keys';
import type { WatchEntry } from '../../lib/watchlist/schema';
import type { WatchlistView } from '../../lib/watchlist/store';
import { showList, showPrice } from '../format';
import { WatchEditor } from '../watchlist/watch-editor';

/** The watched stocks with their notes and levels, each to be edited and removed, with an undo. */
export function WatchlistOptions() {
  const [view, setView] = useState<WatchlistView | null>(null);
  const [edited, setEdited] = useState('');
  const [removed, setRemoved] = useState<WatchEntry | null>(null);
  const [error, setError] = useState('');
  const read = () => send('watchlist-get', {}).then(setView, (reason: Error) => setError(reason.message));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and whenever it changes
  useEffect(() => {
    const changed = (changes: object) => {
      if (WATCHLIST_KEY in changes) void read();
    };
    browser.storage.local.onChanged.addListener(changed);
    void read();
    return () => browser.storage.local.onChanged.removeListener(changed);
  }, []);

  const keep = async (entry: WatchEntry) => {
    const wrong = await send('watchlist-put', { entry }).then(
      (answer) => answer.error ?? '',
      (reason: Error) => reason.message,
    );
    if (wrong === '') {
      setEdited('');
      setRemoved((last) => (last?.ticker === entry.ticker ? null : last));
    }
    return wrong;
  };
  const remove = async (entry: WatchEntry) => {
    const wrong = await send('watchlist-remove', { ticker: entry.ticker }).then(
      (answer) => answer.error ?? '',
      (reason: Error) => reason.message,
    );
    setError(wrong);
    if (wrong === '') {
      setEdited('');
      setRemoved(entry);
    }
  };
  const entries = (view?.watchlist.entries ?? []).toSorted((a, b) => (a.ticker < b.ticker ? -1 : 1));
  return (
    <section id="watchlist" aria-labelledby="watchlist-title">
      <h2 id="watchlist-title">{t('watchlist.title')}</h2>
      {view?.problem && <p class="notice">{view.problem}</p>}
      {view?.setAside && (
        <details class="aside">
          <summary>{t('watchlist.setAside')}</summary>
          <pre>{view.setAside}</pre>
        </details>
      )}
      {view && entries.length === 0 && <p class="mute">{t('watchlist.empty')}</p>}
      <ul class="rows">
        {entries.map((entry) =>
          entry.ticker === edited ? (
            <li key={entry.ticker} class="watch-edited">
              <b>{entry.ticker}</b>
              <WatchEditor entry={entry} onKeep={keep} onRemove={remove} onCancel={() => setEdited('')} />
            </li>
          ) : (
            <li key={entry.ticker}>
              <span>
                <b>{entry.ticker}</b> <span class="mute">{levelWords(entry)}</span> {entry.note}
              </span>
              <span class="watch-acts">
                <button
                  type="button"
                  class="button"
                  aria-label={t('watchlist.editOf', { ticker: entry.ticker })}
                  onClick={() => setEdited(entry.ticker)}
                >
                  {t('watchlist.edit')}
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={t('watchlist.removeOf', { ticker: entry.ticker })}
                  onClick={() => void remove(entry)}
                >
                  {t('watchlist.remove')}
                </button>
              </span>
            </li>
          ),
        )}
      </ul>
      <p role="status">
        {removed && (
          <>
            {t('watchlist.removed', { ticker: removed.ticker })}{' '}
            <button
              type="button"
              class="link"
              aria-label={t('watchlist.undoOf', { ticker: removed.ticker })}
              onClick={async () => setError(await keep(removed))}
            >
              {t('common.undo')}
            </button>
          </>
        )}
      </p>
      <p class="error" role="status">
        {error}
      </p>
    </section>
  );
}

/** "above $50.00, below $30.00" */
function levelWords({ above, below }: WatchEntry): string {
  return showList([
    ...(above === undefined ? [] : [t('watchlist.levelAbove', { price: showPrice(above) })]),
    ...(below === undefined ? [] : [t('watchlist.levelBelow', { price: showPrice(below) })]),
  ]);
}
