import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { normalizeHost, patternOf } from '../../lib/settings/host';
import type { Settings, SettingsPatch } from '../../lib/settings/schema';
import { addSite, isOff, removeSite, switchSite } from '../../lib/settings/sites';
import { hostPatterns, sites } from '../../lib/sites';
import { requestAccess } from '../request-access';
import { Switch } from '../switch';
import { Unseen } from '../unseen';
import { save } from './state';

/** Where Minnow runs. */
export function SiteOptions({ kept }: { kept: Settings }) {
  const [error, setError] = useState('');
  const set = async (change: (settings: Settings) => SettingsPatch) => setError((await save(change)) ?? '');
  return (
    <section id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">Sites</h2>
      <p>
        <Switch on={kept.on} onSwitch={(on) => set(() => ({ on }))}>
          Minnow is {kept.on ? 'on' : 'off everywhere'}
        </Switch>
      </p>
      <AddedSites kept={kept} onError={setError} />
      <p class="error" role="status">
        {error}
      </p>
      <fieldset>
        <legend>Built in</legend>
        <MissingAccess />
        <ul class="sites">
          {sites.map(({ id, name, hosts }) => (
            <li key={id}>
              <Switch
                on={!isOff(kept, hosts[0]!)}
                onSwitch={(on) => set((settings) => ({ sites: switchSite(settings, hosts[0]!, on) }))}
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

interface AddedProps {
  kept: Settings;
  onError: (error: string) => void;
}

/** Sites of the user's own. The browser asks before it lets Minnow read one. */
function AddedSites({ kept, onError }: AddedProps) {
  const [text, setText] = useState('');
  const allowed = useAllowed(kept.sites.added.map(patternOf));

  const request = async (host: string) => {
    if (!(await requestAccess([patternOf(host)]))) {
      onError(`The browser did not give Minnow access to ${host}, so it stays silent there.`);
      return false;
    }
    onError((await save((settings) => ({ sites: addSite(settings, host) }))) ?? '');
    return true;
  };
  const add = async (event: Event) => {
    event.preventDefault();
    onError('');
    const host = normalizeHost(text);
    if (host === null) onError(`“${text.trim()}” is not a site. Write it like example.com.`);
    else if (await request(host)) setText('');
  };
  return (
    <fieldset>
      <legend>Your own</legend>
      <ul class="rows">
        {kept.sites.added.map((host) => (
          <li key={host}>
            <span>
              <Switch
                on={!isOff(kept, host)}
                onSwitch={async (on) => {
                  onError((await save((settings) => ({ sites: switchSite(settings, host, on) }))) ?? '');
                }}
              >
                {host}
              </Switch>
              {allowed?.get(patternOf(host)) === false && (
                <small class="error">The browser took Minnow's access back, so it is silent here.</small>
              )}
            </span>
            <span class="buttons">
              {allowed?.get(patternOf(host)) === false && (
                <button type="button" class="button" onClick={() => request(host)}>
                  Give access again<Unseen> to {host}</Unseen>
                </button>
              )}
              <button
                type="button"
                class="button"
                onClick={async () => {
                  onError((await save((settings) => ({ sites: removeSite(settings, host) }))) ?? '');
                }}
              >
                Remove<Unseen> {host}</Unseen>
              </button>
            </span>
          </li>
        ))}
      </ul>
      <form class="field" onSubmit={add}>
        <label for="add-site">Add a site</label>
        <input
          id="add-site"
          value={text}
          placeholder="example.com"
          spellcheck={false}
          autocomplete="off"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit" class="button">
          Add
        </button>
      </form>
    </fieldset>
  );
}

/** Says when the browser keeps Minnow from its built-in sites, as Firefox lets its user do. */
function MissingAccess() {
  const allowed = useAllowed(hostPatterns);
  const missing = hostPatterns.filter((pattern) => allowed?.get(pattern) === false);
  if (missing.length === 0) return null;
  return (
    <p class="notice">
      The browser keeps Minnow from{' '}
      {missing.length === hostPatterns.length ? 'these sites' : 'some of these sites'}.{' '}
      <button type="button" class="button" onClick={() => requestAccess(missing)}>
        Give access
      </button>
    </p>
  );
}

/** Whether the browser lets Minnow read each pattern, kept up to date; null until it has answered. */
function useAllowed(patterns: readonly string[]): Map<string, boolean> | null {
  const [allowed, setAllowed] = useState<Map<string, boolean> | null>(null);
  const key = patterns.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the patterns
  useEffect(() => {
    const check = async () => {
      const each = patterns.map(async (pattern) => {
        return [pattern, await browser.permissions.contains({ origins: [pattern] })] as const;
      });
      setAllowed(new Map(await Promise.all(each)));
    };
    check();
    browser.permissions.onAdded.addListener(check);
    browser.permissions.onRemoved.addListener(check);
    return () => {
      browser.permissions.onAdded.removeListener(check);
      browser.permissions.onRemoved.removeListener(check);
    };
  }, [key]);
  return allowed;
}
