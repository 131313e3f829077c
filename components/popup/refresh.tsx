import { useEffect, useState } from 'preact/hooks';
import type { LiveStatus } from '../../lib/cache/refresh';
import { t } from '../../lib/i18n';
import type { ThesisView } from '../../lib/messages';
import { send } from '../../lib/messaging';
import { LiveLine } from '../live-line';
import { OptionsLink } from './options-link';
import { failure, readThesis } from './state';

const RHYTHM = 400;

/** How fresh the data are, and the way to fresher ones. */
export function Refresh({ view }: { view: ThesisView }) {
  const { live } = view.data;
  if (live) return <LiveRefresh live={live} />;
  return (
    <p class="mute small">
      {t('popup.refresh.off')} <OptionsLink section="data">{t('popup.refresh.turnOn')}</OptionsLink>
    </p>
  );
}

function LiveRefresh({ live }: { live: NonNullable<ThesisView['data']['live']> }) {
  const [status, setStatus] = useState<LiveStatus | null>(null);
  useEffect(() => {
    look();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasRunning = false;
    let gone = false;
    async function look() {
      const now = await send('live-get', {}).catch(() => null);
      if (gone || !now) return;
      setStatus(now.status);
      if (wasRunning && !now.status.running) await readThesis();
      wasRunning = now.status.running;
      timer = setTimeout(look, RHYTHM);
    }
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  const refresh = async () => {
    try {
      await send('live-refresh', {});
      setStatus((before) => before && { ...before, running: true });
    } catch (error) {
      failure.value = (error as Error).message;
    }
  };
  const all = status?.sources.length ?? 0;
  const done = status?.sources.filter(({ step }) => step === undefined).length ?? 0;
  return (
    <div class="refresh">
      <LiveLine live={live} />
      {status?.running ? (
        <span class="small" role="status">
          <progress max={all} value={done} aria-label={t('popup.refresh.running')} />{' '}
          {t('popup.refresh.progress', { done, all })}
        </span>
      ) : (
        <button type="button" class="link small" onClick={refresh} disabled={!status}>
          {t('popup.refresh.now')}
        </button>
      )}
    </div>
  );
}
