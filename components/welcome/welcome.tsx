import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { t } from '../../lib/i18n';
import { number } from '../../lib/i18n/format';
import { sites } from '../../lib/sites';
import type { Verdict } from '../../lib/thesis/types';
import { Shape } from '../verdict';
import { askAccess, failure, found, granted, keys, start } from './state';

/** What Minnow does, shown on a text of its own; opened once, after it was installed. */
export function Welcome() {
  useEffect(() => {
    start();
  }, []);
  return (
    <main>
      <h1>{t('welcome.title')}</h1>
      <p class="lead">{t('welcome.lead')}</p>
      <Sample />
      <div class="parts">
        <BadgeWords />
        <Where />
        <WaysIn />
        <section aria-labelledby="privacy">
          <h2 id="privacy">{t('welcome.privacy.title')}</h2>
          <p>{t('welcome.privacy.text')}</p>
          <button type="button" class="button" onClick={() => browser.runtime.openOptionsPage()}>
            {t('welcome.privacy.options')}
          </button>
        </section>
      </div>
    </main>
  );
}

function Sample() {
  const count = found.value;
  return (
    <section aria-labelledby="try">
      <h2 id="try">{t('welcome.try')}</h2>
      <p>{t('welcome.tryHow')}</p>
      <article class="sample" aria-labelledby="sample">
        <h3 id="sample">{t('welcome.article.title')}</h3>
        <p class="mute">{t('welcome.article.by')}</p>
        <p>{t('welcome.article.first')}</p>
        <p>{t('welcome.article.second')}</p>
        <p>{t('welcome.article.third')}</p>
      </article>
      <p class="mute" role="status">
        {failure.value
          ? t('welcome.noBadges', { reason: failure.value })
          : count === null
            ? t('welcome.waiting')
            : t('welcome.found', count, { n: number(count) })}
      </p>
    </section>
  );
}

const BADGES: [Verdict, string][] = [
  ['supports', t('welcome.badge.fits')],
  ['neutral', t('welcome.badge.mixed')],
  ['against', t('welcome.badge.doesNotFit')],
  ['unknown', t('welcome.badge.unknown')],
];

function BadgeWords() {
  return (
    <section aria-labelledby="badge">
      <h2 id="badge">{t('welcome.badge.title')}</h2>
      <ul class="badges">
        {BADGES.map(([verdict, words]) => (
          <li key={verdict}>
            <Shape verdict={verdict} /> {words}
          </li>
        ))}
      </ul>
      <p>{t('welcome.badge.note')}</p>
    </section>
  );
}

function Where() {
  const [asked, setAsked] = useState<boolean | null>(null);
  return (
    <section aria-labelledby="where">
      <h2 id="where">{t('welcome.where.title')}</h2>
      <p>{t('welcome.where.sites', sites.length, { n: number(sites.length) })}</p>
      {granted.value === false && (
        <>
          <p>{t('welcome.where.ask')}</p>
          <button type="button" class="button" onClick={async () => setAsked(await askAccess())}>
            {t('welcome.where.grant')}
          </button>
        </>
      )}
      <p role="status">
        {asked === false && t('welcome.where.refused')}
        {asked === true && t('welcome.where.granted')}
      </p>
      <p>{t('welcome.where.pin')}</p>
    </section>
  );
}

const COMMANDS: [string, string][] = [
  ['_execute_action', t('welcome.look.popup')],
  ['toggle-site', t('command.toggle')],
  ['next-badge', t('command.next')],
  ['previous-badge', t('command.previous')],
  ['open-panel', t('command.panel')],
];

function WaysIn() {
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{t('welcome.look.title')}</h2>
      <dl class="keys">
        {COMMANDS.map(([name, what]) => (
          <div key={name}>
            <dt>{what}</dt>
            <dd>
              {keys.value[name] ? (
                <kbd>{keys.value[name]}</kbd>
              ) : (
                <span class="mute">{t('welcome.look.noKey')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="mute">{t('welcome.look.keys')}</p>
      <p>{t('welcome.look.menu')}</p>
      <p>{t('welcome.look.omnibox')}</p>
    </section>
  );
}
