import { useState } from 'preact/hooks';
import { PROVIDERS } from '../../lib/cache/bases';
import type { Keyed } from '../../lib/cache/keys';
import { send } from '../../lib/messaging';
import { type LiveSettings, PRICE_SOURCES, type PriceSource } from '../../lib/settings/live';
import { Unseen } from '../unseen';
import { saveWithAccess } from './live-data';
import { readLive } from './live-state';

interface Props {
  settings: LiveSettings;
  keys: Keyed[];
}

/** Where prices come from, in which order, and the user's own keys. */
export function LivePrices({ settings, keys }: Props) {
  const [error, setError] = useState('');
  const { priceOrder } = settings;
  const others = PRICE_SOURCES.filter((name) => !priceOrder.includes(name));
  const set = async (next: PriceSource[]) => setError(await saveWithAccess(settings, { priceOrder: next }));
  const moved = (at: number) => {
    const next = [...priceOrder];
    const [one] = next.splice(at, 1);
    next.splice(at - 1, 0, one!);
    return next;
  };
  return (
    <details class="part">
      <summary>
        <b>Sources of prices, and your own keys</b>
      </summary>
      <p class="mute">
        Closes of IWM and SPY, and whole histories that you ask for, come from the first of these that
        answers.
      </p>
      <ol class="rows">
        {priceOrder.map((name, at) => (
          <li key={name}>
            <span>
              {at + 1}. {PROVIDERS[name].name}
              {name !== 'yahoo' && !keys.includes(name) && <small class="error">needs a key</small>}
            </span>
            <span class="buttons">
              {at > 0 && (
                <button type="button" class="button" onClick={() => set(moved(at))}>
                  Up<Unseen>: ask {PROVIDERS[name].name} earlier</Unseen>
                </button>
              )}
              {priceOrder.length > 1 && (
                <button
                  type="button"
                  class="button"
                  onClick={() => set(priceOrder.filter((one) => one !== name))}
                >
                  Remove<Unseen> {PROVIDERS[name].name}</Unseen>
                </button>
              )}
            </span>
          </li>
        ))}
        {others.map((name) => (
          <li key={name}>
            <span class="mute">{PROVIDERS[name].name}</span>
            <button type="button" class="button" onClick={() => set([...priceOrder, name])}>
              Use<Unseen> {PROVIDERS[name].name}</Unseen>
            </button>
          </li>
        ))}
      </ol>
      <p class="error" role="status">
        {error}
      </p>
      <p class="mute">
        Keys stay in this browser, where no page can read them, and go only to the source that they are for.
      </p>
      {(['tiingo', 'twelve-data', 'alpha-vantage', 'fred-api'] as const).map((name) => (
        <KeyField key={name} name={name} has={keys.includes(name)} />
      ))}
    </details>
  );
}

function KeyField({ name, has }: { name: Keyed; has: boolean }) {
  const [key, setKey] = useState('');
  const [said, setSaid] = useState({ words: '', wrong: false });
  const id = `key-${name}`;
  const title = name === 'fred-api' ? 'FRED' : PROVIDERS[name].name;
  const told = async (work: () => Promise<{ words: string; wrong: boolean }>) => {
    setSaid({ words: 'One moment …', wrong: false });
    setSaid(await work().catch((error: Error) => ({ words: error.message, wrong: true })));
    await readLive().catch(() => {});
  };
  const keep = (value: string) =>
    told(async () => {
      await send('live-key', { name, key: value });
      setKey('');
      return { words: value ? 'Saved.' : 'Forgotten.', wrong: false };
    });
  return (
    <form
      class="field key"
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim()) keep(key.trim());
      }}
    >
      <label for={id}>Key for {title}</label>
      <input
        id={id}
        type="password"
        value={key}
        placeholder={has ? 'saved' : ''}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => setKey(currentTarget.value)}
      />
      <button type="submit" class="button" disabled={!key.trim()}>
        Save<Unseen> the key for {title}</Unseen>
      </button>
      {has && name !== 'fred-api' && (
        <button
          type="button"
          class="button"
          onClick={() =>
            told(async () => {
              const { worked, words } = await send('live-try', { name });
              return { words, wrong: !worked };
            })
          }
        >
          Try it<Unseen>: {title}</Unseen>
        </button>
      )}
      {has && (
        <button type="button" class="button" onClick={() => keep('')}>
          Forget<Unseen> the key for {title}</Unseen>
        </button>
      )}
      <span class={said.wrong ? 'error' : 'mute'} role="status">
        {said.words}
      </span>
    </form>
  );
}
