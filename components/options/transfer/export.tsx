import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { readParts, writeFile } from '../../../lib/settings/transfer';
import { live } from '../data/live-state';
import { KEYS, PARTS } from './parts';

/** Saves everything that the user chose as a file; keys only when asked. */
export function Export() {
  const [withKeys, setWithKeys] = useState(false);
  const [said, setSaid] = useState({ words: '', wrong: false });
  const hasKeys = (live.value?.keys.length ?? 0) > 0;
  const save = async () => {
    try {
      const values = await readParts(PARTS.filter(({ key }) => key !== KEYS || (withKeys && hasKeys)));
      const name = `minnow-options-${today()}.json`;
      download(name, writeFile(values, today()));
      setSaid({ words: t('options.export.done', { name }), wrong: false });
    } catch (error) {
      setSaid({ words: (error as Error).message, wrong: true });
    }
  };
  return (
    <fieldset data-find>
      <legend>{t('options.export.title')}</legend>
      <p class="mute">{t('options.export.intro')}</p>
      {hasKeys && (
        <label class="check">
          <input
            type="checkbox"
            checked={withKeys}
            onChange={({ currentTarget }) => setWithKeys(currentTarget.checked)}
          />
          <span>
            {t('options.export.withKeys')}
            <small class="mute">{t('options.export.keysNote')}</small>
          </span>
        </label>
      )}
      <p class="buttons">
        <button type="button" class="button" onClick={save}>
          {t('options.export.save')}
        </button>
        <span class={said.wrong ? 'error' : 'mute'} role="status">
          {said.words}
        </span>
      </p>
    </fieldset>
  );
}

const today = () => new Date().toISOString().slice(0, 10);

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
