import { useState } from 'preact/hooks';
import { PROVIDERS } from '../../../lib/cache/bases';
import type { Keyed } from '../../../lib/cache/keys';
import { t } from '../../../lib/i18n';
import { send } from '../../../lib/messaging';
import { AskFirst } from '../ask-first';
import { readLive } from './live-state';

/** A key of the user's own, which this page can set, try and forget, but never see. */
export function KeyField({ name, has }: { name: Keyed; has: boolean }) {
  const [key, setKey] = useState('');
  const [said, setSaid] = useState({ words: '', wrong: false });
  const id = `key-${name}`;
  const label = t('options.keys.label', { name: name === 'fred-api' ? 'FRED' : PROVIDERS[name].name });
  const told = async (work: () => Promise<{ words: string; wrong: boolean }>) => {
    setSaid({ words: t('options.moment'), wrong: false });
    setSaid(await work().catch((error: Error) => ({ words: error.message, wrong: true })));
    await readLive().catch(() => {});
  };
  const keep = (value: string) =>
    told(async () => {
      await send('live-key', { name, key: value });
      setKey('');
      return { words: value ? t('options.saved') : t('options.keys.forgotten'), wrong: false };
    });
  return (
    <form
      class="field key"
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim()) keep(key.trim());
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="password"
        value={key}
        placeholder={has ? t('options.keys.has') : ''}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => setKey(currentTarget.value)}
      />
      <button
        type="submit"
        class="button"
        disabled={!key.trim()}
        aria-label={t('options.saveWhat', { what: label })}
      >
        {t('options.save')}
      </button>
      {has && name !== 'fred-api' && (
        <button
          type="button"
          class="button"
          aria-label={t('options.keys.tryWhat', { what: label })}
          onClick={() =>
            told(async () => {
              const { worked, words } = await send('live-try', { name });
              return { words, wrong: !worked };
            })
          }
        >
          {t('options.keys.try')}
        </button>
      )}
      {has && (
        <AskFirst
          label={t('options.keys.forget')}
          more={label}
          question={t('options.keys.sure')}
          onYes={() => keep('')}
        />
      )}
      <span class={said.wrong ? 'error' : 'mute'} role="status">
        {said.words}
      </span>
    </form>
  );
}
