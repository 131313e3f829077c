import { useEffect } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { dataAge } from '../../data-age';
import { thesis } from '../state';
import { DataParts } from './data-parts';
import { LiveData } from './live-data';
import { follow } from './live-state';
import { OnDevice } from './on-device';

/** What scores stand on: how old it is, where fresh data come from, and what is kept. */
export function DataOptions() {
  useEffect(follow, []);
  const data = thesis.value?.data;
  const age = data && dataAge(data);
  return (
    <section id="data" aria-labelledby="data-title">
      <h2 id="data-title">{t('options.data.title')}</h2>
      {data && data.state !== 'ready' && <p class="notice">{data.message}</p>}
      {age && data.state === 'ready' && (
        <p>
          {age.stale && (
            <>
              <b class="stale">{t('options.data.stale')}</b>{' '}
            </>
          )}
          {age.words}. {!data.live && t('options.data.shipped')}
        </p>
      )}
      <LiveData />
      <DataParts />
      <OnDevice />
    </section>
  );
}
