import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { send } from '../../lib/messaging';

/** Fetches the whole history of one stock, when the user asks for it; says who is asked. */
export function WholeHistory({ ticker, from, onDone }: { ticker: string; from: string; onDone: () => void }) {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    setSaid(t('card.asking', { source: from }));
    try {
      setSaid((await send('whole-history', { ticker })).words);
      onDone();
    } catch (error) {
      setSaid((error as Error).message);
    }
    setBusy(false);
  };
  return (
    <p class="whole-history">
      <button
        type="button"
        class="link"
        disabled={busy}
        title={t('card.fullHistoryOf', { source: from, ticker })}
        onClick={ask}
      >
        {t('card.fullHistory')}
      </button>{' '}
      <span class="mute" role="status">
        {said}
      </span>
    </p>
  );
}
