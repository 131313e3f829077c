import { useState } from 'preact/hooks';
import { send } from '../../lib/messaging';

/** Fetches the whole history of one stock, when the user asks for it; says who is asked. */
export function WholeHistory({ ticker, from, onDone }: { ticker: string; from: string; onDone: () => void }) {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    setSaid(`Asking ${from} …`);
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
        title={`Minnow asks ${from} for ${ticker} alone.`}
        onClick={ask}
      >
        Get the full history
      </button>{' '}
      <span class="mute" role="status">
        {said}
      </span>
    </p>
  );
}
