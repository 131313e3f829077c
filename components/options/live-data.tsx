import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { LiveStatus } from '../../lib/cache/refresh';
import type { SourceStatus } from '../../lib/cache/status';
import { send } from '../../lib/messaging';
import { type LiveSettings, originsOf } from '../../lib/settings/live';
import { showDay, showMoment } from '../format';
import { FRESHNESS } from '../live-line';
import { requestAccess } from '../request-access';
import { Switch } from '../switch';
import { Unseen } from '../unseen';
import { LiveAddresses } from './live-addresses';
import { LivePrices } from './live-prices';
import { follow, live, readLive, saveLive } from './live-state';

/** Asks for access straight from the click, then saves. Answers what was wrong. */
export async function saveWithAccess(settings: LiveSettings, patch: Partial<LiveSettings>): Promise<string> {
  let origins: string[];
  try {
    origins = originsOf({ ...settings, ...patch });
  } catch {
    return saveLive(patch);
  }
  // Firefox asks only for a click, also for what it has given already.
  if (!(await requestAccess(origins)) && !(await browser.permissions.contains({ origins }))) {
    return 'The browser did not give Minnow access to these sources, so nothing was changed.';
  }
  return saveLive(patch);
}

/** Live data: whether, from where, and how it stands. */
export function LiveData() {
  const [error, setError] = useState('');
  useEffect(follow, []);
  const view = live.value;
  if (!view) return null;
  const { settings, status } = view;
  return (
    <div class="live">
      <p>
        <Switch
          on={settings.on}
          onSwitch={async (on) => {
            setError(await (on ? saveWithAccess(settings, { on }) : saveLive({ on })));
          }}
        >
          Live data are {settings.on ? 'on' : 'off'}
        </Switch>
      </p>
      <p class="mute">
        {settings.on
          ? 'Minnow fetches whole lists from public sources after each trading day. The requests are the same whatever you read.'
          : 'Minnow fetches nothing. Turned on, it asks public sources for whole lists after each trading day; the requests are the same whatever you read.'}
      </p>
      {settings.on && !status.on && (
        <p class="notice">
          The browser does not let Minnow read its sources.{' '}
          <button
            type="button"
            class="button"
            onClick={async () => setError(await saveWithAccess(settings, { on: true }))}
          >
            Give access
          </button>
        </p>
      )}
      {status.problem && (
        <p class="notice" role="alert">
          {status.problem}
        </p>
      )}
      {status.clockOffHours !== undefined && (
        <p class="notice">
          This computer's clock is off by {Math.abs(status.clockOffHours)} hours. Minnow goes by the clocks of
          its sources.
        </p>
      )}
      <p class="error" role="status">
        {error}
      </p>
      {status.on && <Sources status={status} onError={setError} />}
      {settings.on && <LivePrices settings={settings} keys={view.keys} />}
      {settings.on && <LiveAddresses settings={settings} />}
    </div>
  );
}

function Sources({ status, onError }: { status: LiveStatus; onError: (error: string) => void }) {
  const told = (work: Promise<unknown>) =>
    work.then(readLive).then(
      () => onError(''),
      (error: Error) => onError(error.message),
    );
  const done = status.sources.filter(({ step }) => step === undefined).length;
  return (
    <fieldset>
      <legend>Sources</legend>
      <p class="buttons">
        <button
          type="button"
          class="button"
          disabled={status.running}
          onClick={() => told(send('live-refresh', {}))}
        >
          {status.running ? 'Refreshing …' : 'Refresh now'}
        </button>
        <button
          type="button"
          class="button"
          disabled={status.running || status.bytes === 0}
          onClick={() => told(send('live-clear', {}))}
        >
          Clear what was fetched
        </button>
        <span class="mute" role="status">
          {status.running
            ? `${done} of ${status.sources.length} done`
            : `${(status.bytes / 1e6).toFixed(1)} MB on this device`}
        </span>
      </p>
      <ul class="rows live-sources">
        {status.sources.map((source) => (
          <SourceRow
            key={source.id}
            source={source}
            onRetry={status.running ? undefined : () => told(send('live-refresh', { only: [source.id] }))}
          />
        ))}
      </ul>
    </fieldset>
  );
}

function SourceRow({ source, onRetry }: { source: SourceStatus; onRetry?: () => void }) {
  const { shape, word } = FRESHNESS[source.state];
  const late = source.overdueDays;
  return (
    <li>
      <span>
        {source.title}
        <small class="mute">
          {source.url ? (
            <a href={source.url} target="_blank" rel="noopener noreferrer">
              {source.source}
            </a>
          ) : (
            source.source
          )}
          {source.newest !== undefined && ` · newest ${showDay(source.newest)}`}
          {late > 0 && ` · ${late} trading ${late === 1 ? 'day' : 'days'} past due`}
        </small>
        {source.problem && (
          <small class="error">
            {source.problem} Minnow tries again {showMoment(source.nextAt)}.
          </small>
        )}
        {source.note && <small class="mute">{source.note}</small>}
      </span>
      <span class="live-state" data-live={source.step ? 'waiting' : source.state}>
        {source.step ? (
          source.step === 'asking' ? (
            'asking …'
          ) : (
            'checking …'
          )
        ) : (
          <>
            <span aria-hidden="true">{shape}</span> {word}
          </>
        )}
        {source.problem && onRetry && (
          <button type="button" class="button" onClick={onRetry}>
            Try again<Unseen>: {source.title}</Unseen>
          </button>
        )}
        {!source.problem && !source.step && <small class="mute">next {showMoment(source.nextAt)}</small>}
      </span>
    </li>
  );
}
