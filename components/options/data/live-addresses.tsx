import { useEffect, useState } from 'preact/hooks';
import { PROVIDERS, type ProviderName } from '../../../lib/cache/bases';
import { t } from '../../../lib/i18n';
import type { LiveSettings } from '../../../lib/settings/live';
import { saveWithAccess } from './live-data';

/** A feed in the place of all sources, and other addresses for single ones. */
export function LiveAddresses({ settings }: { settings: LiveSettings }) {
  return (
    <>
      <details class="part" open={settings.feedUrl !== ''} data-find>
        <summary>
          <b>{t('options.feed.title')}</b>
        </summary>
        <p class="mute">{t('options.feed.intro')}</p>
        <Address
          id="address-feed"
          label={t('options.feed.label')}
          kept={settings.feedUrl}
          hint="https://example.com/minnow"
          onSave={(feedUrl) => saveWithAccess(settings, { feedUrl }, t('options.feed.label'))}
        />
      </details>
      <details class="part" data-find>
        <summary>
          <b>{t('options.addresses.title')}</b>
        </summary>
        <p class="mute">{t('options.addresses.intro')}</p>
        {(Object.keys(PROVIDERS) as ProviderName[]).map((name) => {
          const label = name === 'fred-api' ? t('options.addresses.fredKeyed') : PROVIDERS[name].name;
          return (
            <Address
              key={name}
              id={`address-${name}`}
              label={label}
              kept={settings.bases[name] ?? ''}
              hint={PROVIDERS[name].base}
              onSave={(base) =>
                saveWithAccess(settings, { bases: { ...settings.bases, [name]: base } }, label)
              }
            />
          );
        })}
      </details>
    </>
  );
}

interface Props {
  id: string;
  label: string;
  kept: string;
  hint: string;
  /** Answers what was wrong, in the user's words. */
  onSave: (address: string) => Promise<string>;
}

function Address({ id, label, kept, hint, onSave }: Props) {
  const [text, setText] = useState(kept);
  const [said, setSaid] = useState({ words: '', wrong: false });
  useEffect(() => setText(kept), [kept]);
  return (
    <form
      class="field address"
      onSubmit={async (event) => {
        event.preventDefault();
        const error = await onSave(text.trim());
        setSaid({ words: error || t('options.saved'), wrong: error !== '' });
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
      <button
        type="submit"
        class="button"
        disabled={text.trim() === kept}
        aria-label={t('options.saveWhat', { what: label })}
      >
        {t('options.save')}
      </button>
      <span class={said.wrong ? 'error' : 'mute'} role="status">
        {said.words}
      </span>
    </form>
  );
}
