import { FACTORS } from '../thesis/fit';
import { SIGNALS } from '../thesis/signals';
import type { TrackRecord } from './schema';

const TITLES = new Map<string, string>([...SIGNALS, ...FACTORS].map(({ id, title }) => [id, title]));
const CLAIMS = new Map<string, string>(SIGNALS.map(({ id, claim }) => [id, claim]));

/** The record with the titles and claims that the engine has for each signal and factor, in the reader's language. */
export function withOwnTitles(record: TrackRecord): TrackRecord {
  const titled = <T extends { id: string; title: string }>(all: T[]): T[] =>
    all.map((one) => ({ ...one, title: TITLES.get(one.id) ?? one.title }));
  const { index, long, companies, sinceArticle } = record;
  return {
    ...record,
    index: { ...index, signals: titled(index.signals) },
    long: { ...long, signals: titled(long.signals) },
    companies: { ...companies, factors: titled(companies.factors) },
    sinceArticle: {
      ...sinceArticle,
      legs: titled(sinceArticle.legs).map((leg) => ({ ...leg, claim: CLAIMS.get(leg.id) ?? leg.claim })),
    },
  };
}
