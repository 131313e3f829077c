import { useEffect } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { switchSite } from '../../lib/settings/sites';
import { Switch } from '../switch';
import { FoundHere } from './found-here';
import { OptionsLink } from './options-link';
import { change, failure, refreshTab, settings, start, tab, thesis } from './state';
import { ThesisPanel } from './thesis-panel';

/** How often the popup asks the page what it has found, milliseconds. */
const TAB_RHYTHM = 1000;

export function Popup() {
  useEffect(() => {
    start();
    const timer = setInterval(() => document.hidden || refreshTab(), TAB_RHYTHM);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <Head />
      {failure.value && (
        <p class="notice" role="alert">
          {failure.value}
        </p>
      )}
      {settings.value?.problem && (
        <p class="notice">
          {settings.value.problem} <OptionsLink>{t('popup.seeOptions')}</OptionsLink>
        </p>
      )}
      <main>
        <ThesisPanel view={thesis.value}>
          <FoundHere />
        </ThesisPanel>
      </main>
      <footer class="pad cut foot">
        <span>{t('popup.advice')}</span>
        <span class="ways">
          <OptionsLink section="diagnostics">{t('popup.diagnostics')}</OptionsLink>
          <OptionsLink>{t('popup.options')}</OptionsLink>
        </span>
      </footer>
    </>
  );
}

/** Name of the site in this tab, and its switch. */
function Head() {
  const kept = settings.value?.settings;
  const state = tab.value;
  const host = state && 'host' in state ? state.host : null;
  const on = kept !== undefined && host !== null && state?.kind !== 'off';
  return (
    <header class="pad head">
      <h1>Minnow</h1>
      <span class="host mute" title={host ?? undefined}>
        {host}
      </span>
      {kept && host !== null && state?.kind !== 'no-access' && (
        <Switch
          on={on}
          name={t('popup.siteSwitch', { host })}
          onSwitch={(next) =>
            change(
              next
                ? { on: true, sites: switchSite(kept, host, true) }
                : { sites: switchSite(kept, host, false) },
            )
          }
        />
      )}
    </header>
  );
}
