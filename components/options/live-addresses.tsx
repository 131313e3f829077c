import { useState } from 'preact/hooks';
import { PROVIDERS, type ProviderName } from '../../lib/cache/bases';
import type { LiveSettings } from '../../lib/settings/live';
import { Unseen } from '../unseen';
import { saveWithAccess } from './live-data';

/** A feed in the place of all sources, and other addresses for single ones. */
export function LiveAddresses({ settings }: { settings: LiveSettings }) {
  return (
    <>
      <details class="part" open={settings.feedUrl !== ''}>
        <summary>
          <b>Feed</b>
        </summary>
        <p class="mute">
          A feed is the same data set as static files. With one, Minnow asks it once a day and no other
          source; nothing is used that does not match its checksum.
        </p>
        <Address
          label="Address of the feed"
          kept={settings.feedUrl}
          hint="https://example.com/minnow"
          onSave={(feedUrl) => saveWithAccess(settings, { feedUrl })}
        />
      </details>
      <details class="part">
        <summary>
          <b>Other addresses</b>
        </summary>
        <p class="mute">For a proxy of your own. Each takes the place of the source's own address.</p>
        {(Object.keys(PROVIDERS) as ProviderName[]).map((name) => (
          <Address
            key={name}
            label={name === 'fred-api' ? 'FRED, with a key' : PROVIDERS[name].name}
            kept={settings.bases[name] ?? ''}
            hint={PROVIDERS[name].base}
            onSave={(base) => saveWithAccess(settings, { bases: { ...settings.bases, [name]: base } })}
          />
        ))}
      </details>
    </>
  );
}

interface Props {
  label: string;
  kept: string;
  hint: string;
  /** Answers what was wrong, in the user's words. */
  onSave: (address: string) => Promise<string>;
}

function Address({ label, kept, hint, onSave }: Props) {
  const [text, setText] = useState(kept);
  const [said, setSaid] = useState({ words: '', wrong: false });
  const id = `address-${label.replaceAll(/\W+/g, '-')}`;
  return (
    <form
      class="field address"
      onSubmit={async (event) => {
        event.preventDefault();
        const error = await onSave(text.trim());
        setSaid({ words: error || 'Saved.', wrong: error !== '' });
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        value={text}
        placeholder={hint}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={said.wrong}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="button" disabled={text.trim() === kept}>
        Save<Unseen> {label}</Unseen>
      </button>
      <span class={said.wrong ? 'error' : 'mute'} role="status">
        {said.words}
      </span>
    </form>
  );
}
