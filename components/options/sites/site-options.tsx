import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import type { Settings } from '../../../lib/settings/schema';
import { isOff, switchSite } from '../../../lib/settings/sites';
import { hostPatterns, sites } from '../../../lib/sites';
import { requestAccess } from '../../request-access';
import { Switch } from '../../switch';
import { save } from '../state';
import { AddedSites } from './added-sites';
import { useAllowed } from './use-allowed';

/** Where Minnow runs. */
export function SiteOptions({ kept }: { kept: Settings }) {
  const [error, setError] = useState('');
  return (
    <section id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">{t('options.sites.title')}</h2>
      <p data-find>
        <Switch
          on={kept.on}
          onSwitch={async (on) => setError((await save(() => ({ on }), t('options.sites.everywhere'))) ?? '')}
        >
          {kept.on ? t('options.sites.on') : t('options.sites.off')}
        </Switch>
      </p>
      <AddedSites kept={kept} onError={setError} />
      <p class="error" role="status">
        {error}
      </p>
      <fieldset data-find>
        <legend>{t('options.sites.builtIn')}</legend>
        <MissingAccess />
        <ul class="sites">
          {sites.map(({ id, name, hosts }) => (
            <li key={id} data-find>
              <Switch
                on={!isOff(kept, hosts[0]!)}
                onSwitch={async (on) => {
                  const change = (settings: Settings) => ({ sites: switchSite(settings, hosts[0]!, on) });
                  setError((await save(change, name)) ?? '');
                }}
              >
                <span>
                  {name} <small class="mute">{hosts.join(', ')}</small>
                </span>
              </Switch>
            </li>
          ))}
        </ul>
      </fieldset>
    </section>
  );
}

/** Says when the browser keeps Minnow from its built-in sites, as Firefox lets its user do. */
function MissingAccess() {
  const allowed = useAllowed(hostPatterns);
  const missing = hostPatterns.filter((pattern) => allowed?.get(pattern) === false);
  if (missing.length === 0) return null;
  return (
    <p class="notice">
      {missing.length === hostPatterns.length
        ? t('options.sites.keptFromAll')
        : t('options.sites.keptFromSome')}{' '}
      <button type="button" class="button" onClick={() => requestAccess(missing)}>
        {t('options.access.give')}
      </button>
    </p>
  );
}
