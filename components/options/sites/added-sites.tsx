import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { normalizeHost, patternOf } from '../../../lib/settings/host';
import type { Settings } from '../../../lib/settings/schema';
import { addSites, isOff, removeSite, switchSite } from '../../../lib/settings/sites';
import { requestAccess } from '../../request-access';
import { Switch } from '../../switch';
import { save } from '../state';
import { useAllowed } from './use-allowed';

interface Props {
  kept: Settings;
  onError: (error: string) => void;
}

/** Sites of the user's own. The browser asks before it lets Minnow read one. */
export function AddedSites({ kept, onError }: Props) {
  const [text, setText] = useState('');
  const { added } = kept.sites;
  const allowed = useAllowed(added.map(patternOf));
  const silent = added.filter((host) => allowed?.get(patternOf(host)) === false);

  const request = async (hosts: string[]) => {
    if (!(await requestAccess(hosts.map(patternOf)))) {
      onError(t('options.sites.refused', { hosts: hosts.join(', ') }));
      return false;
    }
    const isNew = hosts.some((host) => !added.includes(host));
    if (!isNew) onError('');
    else {
      const change = (settings: Settings) => ({ sites: addSites(settings, hosts) });
      onError((await save(change, t('options.sites.added', { host: hosts.join(', ') }))) ?? '');
    }
    return true;
  };
  const add = async (event: Event) => {
    event.preventDefault();
    onError('');
    const host = normalizeHost(text);
    if (host === null) onError(t('options.sites.noSite', { text: text.trim() }));
    else if (await request([host])) setText('');
  };
  return (
    <fieldset data-find>
      <legend>{t('options.sites.own')}</legend>
      {silent.length > 1 && (
        <p class="notice">
          {t('options.sites.silent', silent.length)}{' '}
          <button type="button" class="button" onClick={() => request(silent)}>
            {t('options.sites.giveAll')}
          </button>
        </p>
      )}
      <ul class="rows">
        {added.map((host) => (
          <AddedSite
            key={host}
            kept={kept}
            host={host}
            isSilent={silent.includes(host)}
            onAccess={() => request([host])}
            onError={onError}
          />
        ))}
      </ul>
      <form class="field" onSubmit={add} data-find>
        <label for="add-site">{t('options.sites.add')}</label>
        <input
          id="add-site"
          value={text}
          placeholder="example.com"
          spellcheck={false}
          autocomplete="off"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" class="button">
          {t('options.sites.addButton')}
        </button>
      </form>
    </fieldset>
  );
}

interface OneProps extends Props {
  host: string;
  /** The browser does not let Minnow read it. */
  isSilent: boolean;
  onAccess: () => void;
}

function AddedSite({ kept, host, isSilent, onAccess, onError }: OneProps) {
  return (
    <li data-find>
      <span>
        <Switch
          on={!isOff(kept, host)}
          onSwitch={async (on) => {
            onError((await save((settings) => ({ sites: switchSite(settings, host, on) }), host)) ?? '');
          }}
        >
          {host}
        </Switch>
        {isSilent && <small class="error">{t('options.sites.noAccess')}</small>}
      </span>
      <span class="buttons">
        {isSilent && (
          <button
            type="button"
            class="button"
            aria-label={t('options.access.giveTo', { host })}
            onClick={onAccess}
          >
            {t('options.access.give')}
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-label={t('options.removeWhat', { what: host })}
          onClick={async () => {
            const what = t('options.sites.removed', { host });
            onError((await save((settings) => ({ sites: removeSite(settings, host) }), what)) ?? '');
          }}
        >
          {t('options.remove')}
        </button>
      </span>
    </li>
  );
}
