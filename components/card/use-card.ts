import { useEffect, useState } from 'preact/hooks';
import type { CardData } from '../../lib/messages';
import { send } from '../../lib/messaging';

type CardState = { at: 'loading' } | { at: 'failed'; message: string } | { at: 'ready'; data: CardData };

/** What there is to show of a company; `again` asks anew, keeping what is shown unless it had failed. */
export function useCard(ticker: string): { state: CardState; again: () => void } {
  const [state, setState] = useState<CardState>({ at: 'loading' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let gone = false;
    send('card', { ticker }).then(
      (data) => gone || setState({ at: 'ready', data }),
      (error: Error) => gone || setState({ at: 'failed', message: error.message }),
    );
    return () => {
      gone = true;
    };
  }, [ticker, tries]);
  const again = () => {
    if (state.at === 'failed') setState({ at: 'loading' });
    setTries(tries + 1);
  };
  return { state, again };
}
