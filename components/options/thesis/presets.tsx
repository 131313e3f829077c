import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { DEFAULT_SETTINGS } from '../../../lib/settings/defaults';
import { same } from '../../../lib/settings/revert';
import type { Settings } from '../../../lib/settings/schema';
import { thesisOptions } from '../../../lib/settings/thesis-options';
import { PRESETS, type Preset } from '../../../lib/thesis/presets';
import type { SetThesis } from './thesis-options';

const WORDS: Record<Preset['id'], { name: string; why: string }> = {
  article: { name: t('options.presets.article'), why: t('options.presets.articleWhy') },
  equal: { name: t('options.presets.equal'), why: t('options.presets.equalWhy') },
  takeaway: { name: t('options.presets.takeaway'), why: t('options.presets.takeawayWhy') },
  prices: { name: t('options.presets.prices'), why: t('options.presets.pricesWhy') },
  economy: { name: t('options.presets.economy'), why: t('options.presets.economyWhy') },
};

interface Props {
  kept: Settings['thesis'];
  set: SetThesis;
}

/** Sets of weights, each with its reason, and the way back to everything of the article's. */
export function Presets({ kept, set }: Props) {
  const [error, setError] = useState('');
  const options = thesisOptions({ ...DEFAULT_SETTINGS, thesis: kept });
  const { signalWeights, factorWeights, thesisShare } = options;
  const isDefault = same(options, thesisOptions(DEFAULT_SETTINGS));
  return (
    <fieldset data-find>
      <legend>{t('options.presets.title')}</legend>
      <ul class="presets">
        {PRESETS.map(({ id, weights }) => (
          <li key={id}>
            <button
              type="button"
              class="button"
              aria-pressed={same(weights, { signalWeights, factorWeights, thesisShare })}
              onClick={async () => setError((await set(weights, WORDS[id].name)) ?? '')}
            >
              {WORDS[id].name}
            </button>{' '}
            <span class="mute preset-why">{WORDS[id].why}</span>
          </li>
        ))}
      </ul>
      {isDefault ? (
        <p class="mute">{t('options.presets.isArticle')}</p>
      ) : (
        <p>
          <button
            type="button"
            class="button"
            onClick={async () =>
              setError((await set(DEFAULT_SETTINGS.thesis, t('options.presets.everything'))) ?? '')
            }
          >
            {t('options.presets.back')}
          </button>
        </p>
      )}
      <p class="error" role="status">
        {error}
      </p>
    </fieldset>
  );
}
