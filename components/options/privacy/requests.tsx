import { useEffect, useState } from 'preact/hooks';
import type { LoggedRequest } from '../../../lib/cache/request-log';
import { t } from '../../../lib/i18n';
import { send } from '../../../lib/messaging';
import { showBytes, showMoment } from '../../format';
import { AskFirst } from '../ask-first';
import { live } from '../data/live-state';

const OUTCOMES = {
  answered: t('options.requests.answered'),
  unchanged: t('options.requests.unchanged'),
  failed: t('options.requests.failed'),
};

/** The last requests that left this machine. */
export function Requests() {
  const [requests, setRequests] = useState<LoggedRequest[]>([]);
  const [error, setError] = useState('');
  const read = () =>
    send('requests-get', {}).then(
      (answer) => setRequests(answer.requests),
      (reason: Error) => setError(reason.message),
    );
  // The state of the sources is followed anyhow: with each look at it, the log is read too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again with the state of the sources
  useEffect(() => {
    read();
  }, [live.value]);
  return (
    <fieldset data-find>
      <legend>{t('options.requests.title')}</legend>
      <p class="mute">{t('options.requests.intro')}</p>
      {requests.length === 0 ? (
        <p>{t('options.requests.none')}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section class="scroll" aria-label={t('options.requests.title')} tabIndex={0}>
            <table class="changes-table requests">
              <thead>
                <tr>
                  <th scope="col">{t('options.requests.when')}</th>
                  <th scope="col">{t('options.requests.host')}</th>
                  <th scope="col">{t('options.requests.size')}</th>
                  <th scope="col">{t('options.requests.outcome')}</th>
                </tr>
              </thead>
              <tbody>
                {requests.map(({ at, host, bytes, outcome, problem, took }) => (
                  <tr key={`${at} ${host} ${took} ${bytes}`}>
                    <td>{showMoment(at)}</td>
                    <td>
                      <code>{host}</code>
                    </td>
                    <td>{bytes > 0 ? showBytes(bytes) : '–'}</td>
                    <td>
                      {OUTCOMES[outcome]}
                      {problem && <small class="mute">{problem}</small>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <div class="buttons">
            <AskFirst
              label={t('options.requests.clear')}
              question={t('options.requests.sure')}
              onYes={() => send('requests-clear', {}).then(read)}
            />
          </div>
        </>
      )}
      <p class="error" role="status">
        {error}
      </p>
    </fieldset>
  );
}
