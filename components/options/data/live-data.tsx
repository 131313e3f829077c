import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { t } from '../../../lib/i18n';
import { type LiveSettings, originsOf } from '../../../lib/settings/live';
import { requestAccess } from '../../request-access';
import { Switch } from '../../switch';
import { LiveAddresses } from './live-addresses';
import { LivePrices } from './live-prices';
import { LiveSources } from './live-sources';
import { live, saveLive } from './live-state';

/** Asks for access straight from the click, then saves. Answers what was wrong. */
export async function saveWithAccess(
  settings: LiveSettings,
  patch: Partial<LiveSettings>,
  what?: string,
): Promise<string> {
  let origins: string[];
  try {
    origins = originsOf({ ...settings, ...patch });
  } catch {
    return saveLive(patch, what);
  }
  // Firefox asks only for a click, also for what it has given already.
  if (!(await requestAccess(origins)) && !(await browser.permissions.contains({ origins }))) {
    return t('options.live.refused');
  }
  return saveLive(patch, what);
}

/** Live data: whether, from where, and how it stands. */
export function LiveData() {
  const [error, setError] = useState('');
  const view = live.value;
  if (!view) return null;
  const { settings, status } = view;
  return (
    <div class="live">
      {view.problem && <p class="notice">{view.problem}</p>}
      {view.setAside && (
        <details class="aside">
          <summary>{t('options.setAside')}</summary>
          <pre>{view.setAside}</pre>
        </details>
      )}
      <div data-find>
        <p>
          <Switch
            on={settings.on}
            onSwitch={async (on) => {
              setError(await (on ? saveWithAccess(settings, { on }) : saveLive({ on })));
            }}
          >
            {settings.on ? t('options.live.on') : t('options.live.off')}
          </Switch>
        </p>
        <p class="mute">{settings.on ? t('options.live.onWhat') : t('options.live.offWhat')}</p>
      </div>
      {settings.on && !status.on && (
        <p class="notice">
          {t('options.live.noAccess')}{' '}
          <button
            type="button"
            class="button"
            onClick={async () => setError(await saveWithAccess(settings, { on: true }))}
          >
            {t('options.access.give')}
          </button>
        </p>
      )}
      {status.problem && (
        <p class="notice" role="alert">
          {status.problem}
        </p>
      )}
      {status.clockOffHours !== undefined && (
        <p class="notice">{t('options.live.clock', Math.abs(status.clockOffHours))}</p>
      )}
      <p class="error" role="status">
        {error}
      </p>
      {status.on && <LiveSources status={status} onError={setError} />}
      {settings.on && <LivePrices settings={settings} keys={view.keys} />}
      {settings.on && <LiveAddresses settings={settings} />}
    </div>
  );
}
