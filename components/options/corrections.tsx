import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings/schema';
import { save } from './state';

type Correction = Settings['corrections'][number];

/** What the user said is not meant, each with its way back. */
export function Corrections({ kept }: { kept: Settings }) {
  const [error, setError] = useState('');
  const remove = async (index: number) => {
    const change = ({ corrections }: Settings) => ({
      corrections: corrections.filter((_, i) => i !== index),
    });
    const what = t('options.corrections.one', { ticker: kept.corrections[index]!.ticker });
    setError((await save(change, what)) ?? '');
  };
  return (
    <section id="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{t('options.corrections.title')}</h2>
      {kept.corrections.length === 0 ? (
        <p class="mute" data-find>
          {t('options.corrections.none')}
        </p>
      ) : (
        <ul class="rows">
          {kept.corrections.map((correction, index) => (
            <li key={JSON.stringify(correction)} data-find>
              <span>{inWords(correction)}</span>
              <button
                type="button"
                class="button"
                aria-label={t('options.corrections.removeOne', { ticker: correction.ticker })}
                onClick={() => remove(index)}
              >
                {t('options.remove')}
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

function inWords({ ticker, surface, scope, where }: Correction): string {
  const place = where?.replace(/^https?:\/\//, '') ?? '';
  if (surface === undefined) {
    return scope === 'everywhere'
      ? t('options.corrections.anywhere', { ticker })
      : t('options.corrections.there', { ticker, place });
  }
  return scope === 'everywhere'
    ? t('options.corrections.byAnywhere', { ticker, surface })
    : t('options.corrections.byThere', { ticker, surface, place });
}
