import { useState } from 'preact/hooks';
import { PROVIDERS } from '../../../lib/cache/bases';
import { KEYED, type Keyed } from '../../../lib/cache/keys';
import { t } from '../../../lib/i18n';
import { type LiveSettings, PRICE_SOURCES, type PriceSource } from '../../../lib/settings/live';
import { KeyField } from './key-field';
import { saveWithAccess } from './live-data';

interface Props {
  settings: LiveSettings;
  keys: Keyed[];
}

/** Where prices come from, in which order, and the user's own keys. */
export function LivePrices({ settings, keys }: Props) {
  const [error, setError] = useState('');
  const { priceOrder } = settings;
  const others = PRICE_SOURCES.filter((name) => !priceOrder.includes(name));
  const set = async (next: PriceSource[]) =>
    setError(await saveWithAccess(settings, { priceOrder: next }, t('options.prices.order')));
  const moved = (at: number) => {
    const next = [...priceOrder];
    const [one] = next.splice(at, 1);
    next.splice(at - 1, 0, one!);
    return next;
  };
  return (
    <details class="part" data-find>
      <summary>
        <b>{t('options.prices.title')}</b>
      </summary>
      <p class="mute">{t('options.prices.intro')}</p>
      <ol class="rows">
        {priceOrder.map((name, at) => (
          <li key={name}>
            <span>
              {t('options.prices.rank', { rank: at + 1, name: PROVIDERS[name].name })}
              {name !== 'yahoo' && !keys.includes(name) && (
                <small class="error">{t('options.prices.needsKey')}</small>
              )}
            </span>
            <span class="buttons">
              {at > 0 && (
                <button
                  type="button"
                  class="button"
                  aria-label={t('options.prices.upOne', { name: PROVIDERS[name].name })}
                  onClick={() => set(moved(at))}
                >
                  {t('options.prices.up')}
                </button>
              )}
              {priceOrder.length > 1 && (
                <button
                  type="button"
                  class="button"
                  aria-label={t('options.removeWhat', { what: PROVIDERS[name].name })}
                  onClick={() => set(priceOrder.filter((one) => one !== name))}
                >
                  {t('options.remove')}
                </button>
              )}
            </span>
          </li>
        ))}
        {others.map((name) => (
          <li key={name}>
            <span class="mute">{PROVIDERS[name].name}</span>
            <button
              type="button"
              class="button"
              aria-label={t('options.prices.useOne', { name: PROVIDERS[name].name })}
              onClick={() => set([...priceOrder, name])}
            >
              {t('options.prices.use')}
            </button>
          </li>
        ))}
      </ol>
      <p class="error" role="status">
        {error}
      </p>
      <p class="mute">{t('options.keys.intro')}</p>
      {KEYED.map((name) => (
        <KeyField key={name} name={name} has={keys.includes(name)} />
      ))}
    </details>
  );
}
