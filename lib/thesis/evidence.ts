import { t } from '../i18n';
import type { Provenance } from '../market/types';
import type { CompanyAsOf, MarketAsOf } from './as-of';
import type { Ramp } from './ramp';
import type { FactorId, Measure, Reading, SignalId, ThesisOptions } from './types';

/**
 * What a signal or factor finds on one day; a reading without its name, verdict and weight. `short` and `explanation`
 * are getters: whoever scores the whole market asks for no words, and none are made.
 */
export type Evidence = Pick<
  Reading,
  'measure' | 'strength' | 'short' | 'explanation' | 'asOf' | 'source' | 'url'
>;

/** One claim of the article, as a pure module. */
export interface Signal {
  id: SignalId;
  title: string;
  /** What the article says. */
  claim: string;
  /** Its ramps by what they measure, with the unit. */
  ramps: Record<string, Ramp>;
  /** What is drawn over time: figures of the measure, with what each is called, beside the ramp of that name. */
  tracks: { name: string; figures: Record<string, string> }[];
  read(market: MarketAsOf, options: ThesisOptions): Evidence;
}

/** One question of the thesis to one company, as a pure module. */
export interface Factor {
  id: FactorId;
  title: string;
  /** What is asked. */
  claim: string;
  /** Its ramps by what they measure, with the unit; a gate has none. */
  ramps: Record<string, Ramp>;
  read(company: CompanyAsOf, market: MarketAsOf, options: ThesisOptions): Evidence;
}

/** Nothing to go by: left out of the score. The figures that are there are kept. */
export function unknown(why: () => string, measure: Measure = {}): Evidence {
  return {
    measure,
    strength: null,
    get short() {
      return t('thesis.noData');
    },
    get explanation() {
      return why();
    },
    asOf: null,
    source: '',
  };
}

/** Sources that the data do not name themselves. */
export const FILINGS = t('thesis.source.filings');
export const LISTS = t('thesis.source.lists');

/** Each publisher once, with the first address. */
export function credit(...from: Pick<Provenance, 'source' | 'url'>[]): Pick<Reading, 'source' | 'url'> {
  return {
    source: [...new Set(from.map(({ source }) => source))].join('; '),
    url: from.find(({ url }) => url)?.url,
  };
}
