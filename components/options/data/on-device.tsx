import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { send } from '../../../lib/messaging';
import { DEFAULT_SETTINGS } from '../../../lib/settings/defaults';
import { same } from '../../../lib/settings/revert';
import { showBytes } from '../../format';
import { AskFirst } from '../ask-first';
import { save, settings } from '../state';
import { live, readLive } from './live-state';

/** What Minnow keeps on this device, part by part, each with a way to be rid of it. */
export function OnDevice() {
  const [error, setError] = useState('');
  const [usage, setUsage] = useState<number>();
  const view = live.value;
  const kept = settings.value?.settings;
  const bytes = view?.status.bytes;
  // biome-ignore lint/correctness/useExhaustiveDependencies: estimated again when something was kept or cleared
  useEffect(() => {
    navigator.storage?.estimate?.().then(
      (estimate) => setUsage(estimate.usage),
      () => {},
    );
  }, [bytes]);
  if (!view || !kept) return null;

  const told = (work: Promise<unknown>) =>
    work.then(readLive).then(
      () => setError(''),
      (reason: Error) => setError(reason.message),
    );
  const { version: _, ...fresh } = DEFAULT_SETTINGS;
  return (
    <fieldset data-find>
      <legend>{t('options.device.title')}</legend>
      <ul class="rows">
        <li data-find>
          <span>
            {t('options.device.live')}
            <small class="mute">
              {view.status.bytes > 0
                ? t('options.device.liveSize', { size: showBytes(view.status.bytes) })
                : t('options.device.liveNone')}
            </small>
          </span>
          <AskFirst
            label={t('options.device.clear')}
            more={t('options.device.live')}
            question={t('options.device.clearLive')}
            disabled={view.status.running || view.status.bytes === 0}
            onYes={() => told(send('live-clear', {}))}
          />
        </li>
        <li data-find>
          <span>
            {t('options.device.keys')}
            <small class="mute">{t('options.device.keyCount', view.keys.length)}</small>
          </span>
          <AskFirst
            label={t('options.device.clear')}
            more={t('options.device.keys')}
            question={t('options.device.clearKeys')}
            disabled={view.keys.length === 0}
            onYes={() => told(Promise.all(view.keys.map((name) => send('live-key', { name, key: '' }))))}
          />
        </li>
        <li data-find>
          <span>
            {t('options.device.options')}
            <small class="mute">
              {t('options.device.optionsSize', { size: showBytes(JSON.stringify(kept).length) })}
            </small>
          </span>
          <button
            type="button"
            class="button"
            disabled={same(kept, DEFAULT_SETTINGS)}
            onClick={async () => setError((await save(() => fresh, t('options.device.options'))) ?? '')}
          >
            {t('options.device.reset')}
          </button>
        </li>
      </ul>
      <p class="mute">
        {usage !== undefined && t('options.device.total', { size: showBytes(usage) })}{' '}
        {t('options.device.ticker')}
      </p>
      <p class="error" role="status">
        {error}
      </p>
    </fieldset>
  );
}
