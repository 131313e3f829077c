import { t } from '../../../lib/i18n';
import { hostsOf, type LiveSettings } from '../../../lib/settings/live';
import { live } from '../data/live-state';

/** Every host that may be asked under the present options, and for what. */
export function Hosts() {
  const settings = live.value?.settings;
  if (!settings) return null;
  return (
    <fieldset data-find>
      <legend>{t('options.hosts.title')}</legend>
      <p class="mute">{settings.on ? t('options.hosts.on') : t('options.hosts.off')}</p>
      <HostList settings={settings} />
    </fieldset>
  );
}

function HostList({ settings }: { settings: LiveSettings }) {
  return (
    <ul class="rows hosts">
      {hostsOf(settings).map(({ host, names }) => (
        <li key={host}>
          <code>{host}</code>
          <span class="mute">{names.length > 0 ? names.join(', ') : t('options.hosts.feed')}</span>
        </li>
      ))}
    </ul>
  );
}
