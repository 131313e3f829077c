import { useEffect } from 'preact/hooks';
import type { Settings } from '../../lib/settings/schema';
import { AlertOptions } from './alert-options';
import { BadgeOptions } from './badge-options';
import { Corrections } from './corrections';
import { DataParts } from './data-parts';
import { ScoreOptions } from './score-options';
import { SiteOptions } from './site-options';
import { failure, settings, start } from './state';

const SECTIONS = [
  ['sites', 'Sites'],
  ['score', 'Score'],
  ['badges', 'Badges'],
  ['corrections', 'Corrections'],
  ['data', 'Data'],
  ['privacy', 'Privacy'],
] as const;

export function Options() {
  useEffect(() => {
    start();
  }, []);
  const view = settings.value;
  return (
    <>
      <header class="head">
        <h1>Minnow options</h1>
        <nav aria-label="Sections">
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
            <summary>Settings that were set aside</summary>
            <pre>{view.setAside}</pre>
          </details>
        )}
        {view ? <Sections kept={view.settings} /> : <p class="mute">Reading the settings…</p>}
      </main>
    </>
  );
}

function Sections({ kept }: { kept: Settings }) {
  return (
    <>
      <SiteOptions kept={kept} />
      <ScoreOptions kept={kept} />
      <BadgeOptions kept={kept} />
      <AlertOptions kept={kept} />
      <Corrections kept={kept} />
      <DataParts />
      <section id="privacy" aria-labelledby="privacy-title">
        <h2 id="privacy-title">Privacy</h2>
        <p>
          What you read never leaves this device: pages are read inside their own tabs, and your settings and
          keys stay in this browser. There is no account and no tracking. While live data are off, Minnow
          makes no network request at all. While they are on, it asks public sources for whole lists, the same
          for every user and whatever you read. One company is asked about only when you press “Get the full
          history” on its card.
        </p>
      </section>
      <p class="mute end">
        Scores describe how figures fit a published argument. They are not investment advice.
      </p>
    </>
  );
}
