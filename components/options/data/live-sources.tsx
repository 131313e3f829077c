import type { LiveStatus } from '../../../lib/cache/refresh';
import type { SourceStatus } from '../../../lib/cache/status';
import { t } from '../../../lib/i18n';
import { send } from '../../../lib/messaging';
import { showDay, showMoment } from '../../format';
import { FRESHNESS } from '../../live-line';
import { SourceLink } from '../../source-link';
import { readLive } from './live-state';

/** Every source: how fresh it is, what went wrong, and when it is asked next. */
export function LiveSources({ status, onError }: { status: LiveStatus; onError: (error: string) => void }) {
  const told = (work: Promise<unknown>) =>
    work.then(readLive).then(
      () => onError(''),
      (error: Error) => onError(error.message),
    );
  const done = status.sources.filter(({ step }) => step === undefined).length;
  return (
    <fieldset data-find>
      <legend>{t('options.live.sources')}</legend>
      <p class="buttons">
        <button
          type="button"
          class="button"
          disabled={status.running}
          onClick={() => told(send('live-refresh', {}))}
        >
          {status.running ? t('options.live.refreshing') : t('options.live.refresh')}
        </button>
        <span class="mute" role="status">
          {status.running && t('options.live.done', { done, all: status.sources.length })}
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
    <li data-find>
      <span>
        {source.title}
        <small class="mute">
          <SourceLink source={source.source} url={source.url} />
          {source.newest !== undefined && ` · ${t('options.live.newest', { day: showDay(source.newest) })}`}
          {late > 0 && ` · ${t('options.live.late', late)}`}
        </small>
        {source.problem && (
          <small class="error">
            {source.problem} {t('options.live.again', { when: showMoment(source.nextAt) })}
          </small>
        )}
        {source.note && <small class="mute">{source.note}</small>}
      </span>
      <span class="live-state" data-live={source.step ? 'waiting' : source.state}>
        {source.step ? (
          source.step === 'asking' ? (
            t('options.live.asking')
          ) : (
            t('options.live.checking')
          )
        ) : (
          <>
            <span aria-hidden="true">{shape}</span> {word}
          </>
        )}
        {source.problem && onRetry && (
          <button
            type="button"
            class="button"
            aria-label={t('options.live.retryOne', { title: source.title })}
            onClick={onRetry}
          >
            {t('options.live.retry')}
          </button>
        )}
        {!source.problem && !source.step && (
          <small class="mute">{t('options.live.next', { when: showMoment(source.nextAt) })}</small>
        )}
      </span>
    </li>
  );
}
