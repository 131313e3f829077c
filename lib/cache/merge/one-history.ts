import { t } from '../../i18n';
import { readAllCompanies, shardOf, writeCompanies } from '../../market/companies';
import { type Day, formatDay } from '../../market/day';
import { withClose } from '../../market/history';
import type { Series } from '../../market/types';
import { Rejected } from '../../providers/checks';
import type { Edition } from '../edition';
import type { Outcome } from './outcome';

/** A cent in a hundred: closes below are kept in whole hundredths of a cent. */
const SMALLEST = 0.0001;

/** All histories together take no more than this, bytes; without whole ones they take a fifth of it. */
const MOST_BYTES = 20e6;

/**
 * Puts the whole history of one stock into the place of the one held; closes held of later days follow it.
 * @throws Rejected
 */
export async function mergeOneHistory(
  edition: Edition,
  symbol: string,
  fetched: Series,
  from: { name: string; page: string },
  today: Day,
): Promise<Outcome> {
  const { files } = edition.part('companies');
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) {
    throw new Rejected(t('live.noMore'));
  }
  const { file } = files[shardOf(symbol)]!;
  const { companies, provenance } = readAllCompanies(edition.file(file));
  const record = companies.get(symbol) ?? {};
  const isKept = (value: number) => value >= SMALLEST;
  let history: Series = {
    days: fetched.days.filter((_, i) => isKept(fetched.values[i]!)),
    values: fetched.values.filter(isKept),
  };
  const last = history.days.at(-1);
  if (last === undefined) throw new Rejected(t('live.nothingToKeep', { symbol }));
  record.history?.days.forEach((day, i) => {
    if (day > last) history = withClose(history, { day, close: record.history!.values[i]! });
  });
  companies.set(symbol, {
    ...record,
    history,
    historyFrom: { source: `${from.name}, daily closes adjusted for splits`, url: from.page },
  });
  const sorted = new Map([...companies].sort(([a], [b]) => (a < b ? -1 : 1)));
  const sources = edition.part('companies').sources;
  const what = 'Whole histories that you asked for';
  await edition.replace(
    'companies',
    [[file, writeCompanies(sorted, provenance)]],
    [
      ...sources.filter((one) => one.what !== what),
      { what, source: from.name, url: from.page, asOf: formatDay(Math.min(last, today)) },
    ],
  );
  return { newest: history.days.at(-1)! };
}
