import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import type { DataPart } from '../../../lib/messages';
import { send } from '../../../lib/messaging';
import { showBytes, showDay } from '../../format';
import { SourceLink } from '../../source-link';
import { thesis } from '../state';

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
  return (
    <fieldset data-find>
      <legend>{t('options.data.held')}</legend>
      {parts.map((part) => (
        <details key={part.title} class="part" data-find>
          <summary>
            <b>{part.title}</b>
            <span class="mute part-note">
              {t('options.data.part', {
                day: showDay(Math.max(...part.sources.map(({ asOf }) => asOf))),
                size: showBytes(part.bytes),
              })}
            </span>
          </summary>
          <ul>
            {part.sources.map(({ what, source, url, asOf, note }) => (
              <li key={`${what} ${source}`}>
                <span lang="en">{what}</span>: <SourceLink source={source} url={url} />, {showDay(asOf)}
                {note && (
                  <span class="mute" lang="en">
                    . {note}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p class="error" role="status">
        {error}
      </p>
    </fieldset>
  );
}
