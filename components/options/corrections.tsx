import { useState } from 'preact/hooks';
import type { Settings } from '../../lib/settings/schema';
import { Unseen } from '../unseen';
import { save } from './state';

type Correction = Settings['corrections'][number];

/** What the user said is not meant, each with its undo. */
export function Corrections({ kept }: { kept: Settings }) {
  const [error, setError] = useState('');
  const undo = async (index: number) =>
    setError(
      (await save(({ corrections }) => ({ corrections: corrections.filter((_, i) => i !== index) }))) ?? '',
    );
  return (
    <section id="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title">Corrections</h2>
      {kept.corrections.length === 0 ? (
        <p class="mute">None yet. “Not this” on a card tells Minnow that a word is not that company.</p>
      ) : (
        <ul class="rows">
          {kept.corrections.map((correction, index) => (
            <li key={JSON.stringify(correction)}>
              <span>
                <b>{correction.ticker}</b> {inWords(correction)}
              </span>
              <button type="button" class="button" onClick={() => undo(index)}>
                Undo<Unseen> the correction of {correction.ticker}</Unseen>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="error" role="status">
        {error}
      </p>
    </section>
  );
}

function inWords({ surface, scope, where }: Correction): string {
  const what = surface === undefined ? 'is not meant' : `is not meant by “${surface}”`;
  return scope === 'everywhere' ? `${what} on any page` : `${what} on ${where?.replace(/^https?:\/\//, '')}`;
}
