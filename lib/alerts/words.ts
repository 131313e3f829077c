import { t } from '../i18n';
import { date, usd } from '../i18n/format';
import { SIGNAL_NAMES } from '../signal-names';
import { showScore, VERDICTS } from '../verdicts';
import type { AlertEvent } from './events';

/** An event as a notification and the history tell it. */
export function alertWords(event: AlertEvent): { title: string; message: string } {
  const day = date(event.day);
  switch (event.kind) {
    case 'signal':
      return {
        title: t('alerts.signal.title', { name: SIGNAL_NAMES[event.signal] }),
        message: t('alerts.signal.message', {
          from: VERDICTS[event.from].spoken,
          to: VERDICTS[event.to].spoken,
          day,
        }),
      };
    case 'band':
      return {
        title: t('alerts.band.title', { score: showScore(event.score) }),
        message: t('alerts.band.message', {
          from: VERDICTS[event.from].spoken,
          to: VERDICTS[event.to].spoken,
          day,
        }),
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
