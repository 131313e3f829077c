import { t } from '../i18n';
import type { FactorId, SignalId } from './types';

/** The title of a signal or factor by its id, for whoever has no engine at hand: of "lag-streak" `thesis.lagStreak.title`. */
export function titleOf(id: SignalId | FactorId): string {
  const name = id.replace(/-(.)/g, (_, next: string) => next.toUpperCase());
  return t(`thesis.${name}.title` as 'thesis.breakout.title');
}
