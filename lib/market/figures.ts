import type { MarketData } from './types';

/** What is known of both indexes besides their prices; the file is this as JSON. */
export type Figures = Pick<MarketData, 'figures' | 'aiWeights'>;

/** @throws Error of some kind when the text is not of that form. */
export function readFigures(text: string): Figures {
  const { figures, aiWeights }: Figures = JSON.parse(text);
  for (const { knownOn } of [...figures, ...aiWeights]) {
    if (!Number.isInteger(knownOn)) throw new TypeError('A figure without a day');
  }
  return { figures, aiWeights };
}
