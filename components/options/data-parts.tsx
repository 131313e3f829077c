import { useEffect, useState } from 'preact/hooks';
import type { DataPart } from '../../lib/messages';
import { send } from '../../lib/messaging';
import { dataAge } from '../data-age';
import { showDay } from '../format';
import { SourceLink } from '../source-link';
import { LiveData } from './live-data';
import { thesis } from './state';

/** What the data set is made of, with source, date and size. */
export function DataParts() {
  const [parts, setParts] = useState<DataPart[]>([]);
  const [error, setError] = useState('');
  const data = thesis.value?.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other scores come of other data
  useEffect(() => {
    send('data-parts', {}).then(
      (answer) => setParts(answer.parts),
      (reason: Error) => setError(reason.message),
    );
    // Read again with the scores, which are read anew when the data change.
  }, [data]);
  const age = data && dataAge(data);
  return (
    <section id="data" aria-labelledby="data-title">
      <h2 id="data-title">Data</h2>
      {data && data.state !== 'ready' && <p class="notice">{data.message}</p>}
      {age && data.state === 'ready' && (
        <p>
          {age.words}
          {age.stale && (
            <>
              {' '}
              · <b class="stale">stale</b>
            </>
          )}
          .{!data.live && ' The data came with Minnow and change when Minnow is updated.'}
        </p>
      )}
      <LiveData />
      {parts.map((part) => (
        <details key={part.title} class="part">
          <summary>
            <b>{part.title}</b>
            <span class="mute part-note">
              newest {showDay(Math.max(...part.sources.map(({ asOf }) => asOf)))} · {showBytes(part.bytes)}
            </span>
          </summary>
          <ul>
            {part.sources.map(({ what, source, url, asOf, note }) => (
              <li key={`${what} ${source}`}>
                {what}: <SourceLink source={source} url={url} />, {showDay(asOf)}
                {note && <span class="mute">. {note}</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p class="error" role="status">
        {error}
      </p>
    </section>
  );
}

function showBytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
