import { useEffect } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings/schema';
import { AlertOptions } from './alert-options';
import { BadgeOptions } from './badge-options';
import { Corrections } from './corrections';
import { DataOptions } from './data/data-options';
import { DiagnosticsOptions } from './diagnostics/diagnostics-options';
import { PrivacyOptions } from './privacy/privacy-options';
import { SearchBox } from './search-box';
import { SiteOptions } from './sites/site-options';
import { failure, settings, start } from './state';
import { ThesisSection } from './thesis/thesis-options';
import { TransferOptions } from './transfer/transfer-options';
import { UndoBar } from './undo-bar';
import { WatchlistOptions } from './watchlist-options';

/** Every section of the options, in order: its id, which is also its address, its name, and what it shows. */
const SECTIONS = [
  ['sites', t('options.sites.title'), SiteOptions],
  ['badges', t('options.badges.title'), BadgeOptions],
  ['thesis', t('options.thesis.title'), ThesisSection],
  ['data', t('options.data.title'), DataOptions],
  ['alerts', t('alerts.title'), AlertOptions],
  ['watchlist', t('watchlist.title'), WatchlistOptions],
  ['corrections', t('options.corrections.title'), Corrections],
  ['privacy', t('options.privacy.title'), PrivacyOptions],
  ['transfer', t('options.transfer.title'), TransferOptions],
  ['diagnostics', t('diagnostics.title'), DiagnosticsOptions],
] as const;

export function Options() {
  useEffect(() => {
    document.title = t('options.title');
    start();
  }, []);
  const view = settings.value;
  return (
    <>
      <header class="head">
        <h1>{t('options.title')}</h1>
        <SearchBox />
        <nav aria-label={t('options.sections')}>
          {SECTIONS.map(([id, title]) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <main>
        {failure.value && (
          <p class="notice" role="alert">
            {failure.value}
          </p>
        )}
        {view?.problem && <p class="notice">{view.problem}</p>}
        {view?.setAside && (
          <details class="aside">
            <summary>{t('options.setAside')}</summary>
            <pre>{view.setAside}</pre>
          </details>
        )}
        {view ? <Sections kept={view.settings} /> : <p class="mute">{t('options.reading')}</p>}
      </main>
      <UndoBar />
    </>
  );
}

function Sections({ kept }: { kept: Settings }) {
  return (
    <>
      {SECTIONS.map(([id, , Section]) => (
        <Section key={id} kept={kept} />
      ))}
      <p class="mute end">{t('options.noAdvice')}</p>
    </>
  );
}
