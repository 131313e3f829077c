import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { ALERT_KINDS, type AlertKind, keyOf } from '../../lib/alerts/events';
import { alertWords } from '../../lib/alerts/words';
import { t } from '../../lib/i18n';
import type { Answer } from '../../lib/messages';
import { send } from '../../lib/messaging';
import type { Settings } from '../../lib/settings/schema';
import { showMoment } from '../format';
import { Switch } from '../switch';
import { Choice } from './choice';
import { save } from './state';

const NOTICES = { permissions: ['notifications' as const] };

const isAllowed = () => browser.permissions.contains(NOTICES);

const KIND_WORDS: Record<AlertKind, string> = {
  signal: t('alerts.kind.signal'),
  band: t('alerts.kind.band'),
  record: t('alerts.kind.record'),
  level: t('alerts.kind.level'),
};

const SHOWN = [
  { value: 'count', label: t('alerts.toolbar.count') },
  { value: 'score', label: t('alerts.toolbar.score') },
] as const;

/** What the user wants to be told of, what was told, and what the toolbar button shows. */
export function AlertOptions({ kept }: { kept: Settings }) {
  const [error, setError] = useState('');
  const [allowed, setAllowed] = useState(true);
  const wanted = Object.values(kept.alerts).some(Boolean);
  useEffect(() => {
    isAllowed().then(setAllowed);
  }, []);

  // Straight from the click: the browser asks for nothing else.
  async function ask() {
    await browser.permissions.request(NOTICES).catch(() => false);
    setAllowed(await isAllowed());
  }
  async function set(kind: AlertKind, on: boolean) {
    const asking = on && !allowed ? ask() : undefined;
    setError((await save((settings) => ({ alerts: { ...settings.alerts, [kind]: on } }))) ?? '');
    await asking;
  }

  return (
    <section id="alerts" aria-labelledby="alerts-title">
      <h2 id="alerts-title">{t('alerts.title')}</h2>
      <Choice
        title={t('alerts.toolbar.title')}
        value={kept.toolbar}
        choices={SHOWN}
        onChoose={async (toolbar) => setError((await save(() => ({ toolbar }))) ?? '')}
      />
      <fieldset>
        <legend>{t('alerts.kinds')}</legend>
        <p class="mute">{t('alerts.intro')}</p>
        {ALERT_KINDS.map((kind) => (
          <div key={kind}>
            <Switch on={kept.alerts[kind]} onSwitch={(on) => set(kind, on)}>
              {KIND_WORDS[kind]}
            </Switch>
          </div>
        ))}
        {!allowed && <p class="mute">{t('alerts.why')}</p>}
        {wanted && !allowed && (
          <p class="notice">
            {t('alerts.notAllowed')}{' '}
            <button type="button" class="button" onClick={ask}>
              {t('alerts.allow')}
            </button>
          </p>
        )}
      </fieldset>
      <p class="error" role="status">
        {error}
      </p>
      <AlertHistory />
    </section>
  );
}

type Told = Answer<'alerts-get'>;

function AlertHistory() {
  const [{ history, problem }, setTold] = useState<Told>({ history: [] });
  useEffect(() => {
    const read = () => send('alerts-get', {}).then(setTold, () => {});
    const changed = (changes: object) => 'alerts' in changes && read();
    read();
    browser.storage.local.onChanged.addListener(changed);
    return () => browser.storage.local.onChanged.removeListener(changed);
  }, []);
  return (
    <>
      <h3>{t('alerts.history')}</h3>
      {problem && <p class="notice">{problem}</p>}
      {history.length === 0 ? (
        <p class="mute">{t('alerts.none')}</p>
      ) : (
        <>
          <ul class="alert-history">
            {history.map(({ at, event }) => {
              const { title, message } = alertWords(event);
              return (
                <li key={keyOf(event)}>
                  <time class="mute" dateTime={new Date(at).toISOString()}>
                    {showMoment(at)}
                  </time>{' '}
                  <b>{title}</b> {message}
                </li>
              );
            })}
          </ul>
          <button type="button" class="button" onClick={() => send('alerts-clear', {})}>
            {t('alerts.clear')}
          </button>
        </>
      )}
    </>
  );
}
