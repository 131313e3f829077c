import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import type { SetThesis } from './thesis-options';

/** The list is saved when the user leaves the field or presses Enter: a half-typed ticker is no ticker. */
export function AiNames({ aiNames, set }: { aiNames: readonly string[]; set: SetThesis }) {
  const [error, setError] = useState('');
  const kept = aiNames.join(', ');
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  const saveNames = async () => {
    const typed = text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean);
    setError((await set({ aiNames: [...new Set(typed)] }, t('options.aiNames.title'))) ?? '');
  };
  return (
    <fieldset data-find>
      <legend>{t('options.aiNames.title')}</legend>
      <p class="mute">{t('options.aiNames.intro')}</p>
      <span class="field">
        <label for="ai-names">{t('options.aiNames.label')}</label>
        <input
          id="ai-names"
          value={text}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={error !== ''}
          aria-describedby="ai-names-error"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onChange={saveNames}
        />
        <span id="ai-names-error" class="error" role="status">
          {error}
        </span>
      </span>
    </fieldset>
  );
}
