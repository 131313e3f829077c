import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { send } from '../../lib/messaging';

/** Watches the company of a card, or no longer; a page learns of this one ticker alone. */
export function WatchStar({ ticker }: { ticker: string }) {
  const [watched, setWatched] = useState<boolean | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    // Without an answer there is no star, and the card is whole.
    send('watched', { ticker }).then(
      (answer) => setWatched(answer.watched),
      () => {},
    );
  }, [ticker]);
  if (watched === null) return null;
  const toggle = async () => {
    try {
      setWatched((await send('watch', { ticker, on: !watched })).watched);
      setFailure('');
    } catch (error) {
      setFailure((error as Error).message);
    }
  };
  return (
    <span>
      <button type="button" class="link star" aria-pressed={watched} onClick={toggle}>
        <span aria-hidden="true">{watched ? '★' : '☆'}</span> {t('watchlist.watch', { ticker })}
      </button>
      {failure && <span role="alert"> {failure}</span>}
    </span>
  );
}
