import { t } from '../i18n';
import { date, usd } from '../i18n/format';
import { SIGNAL_NAMES } from '../signal-names';
import type { Verdict } from '../thesis/types';
import { showScore, VERDICTS } from '../verdicts';
import type { AlertEvent } from './events';

/** An event as a notification and the history tell it. */
export function alertWords(event: AlertEvent): { title: string; message: string } {
  const day = date(event.day);
  const turn = ({ from, to }: Record<'from' | 'to', Verdict>) => ({
    from: VERDICTS[from].spoken,
    to: VERDICTS[to].spoken,
    day,
  });
  switch (event.kind) {
    case 'signal':
      return {
        title: t('alerts.signal.title', { name: SIGNAL_NAMES[event.signal] }),
        message: t('alerts.signal.message', turn(event)),
      };
    case 'band':
      return {
        title: t('alerts.band.title', { score: showScore(event.score) }),
        message: t('alerts.band.message', turn(event)),
      };
    case 'record':
      return {
        title: t('alerts.record.title'),
        message: t('alerts.record.message', { close: usd(event.close), day }),
      };
    case 'level': {
      const said = { ticker: event.ticker, level: usd(event.level) };
      return {
        title:
          event.side === 'above' ? t('alerts.level.titleAbove', said) : t('alerts.level.titleBelow', said),
        message: t('alerts.level.message', { close: usd(event.close), day }),
      };
    }
  }
}
