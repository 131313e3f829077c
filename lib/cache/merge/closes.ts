import { t } from '../../i18n';
import {
  type CompanyRecord,
  readAllCompanies,
  SHARDS,
  shardOf,
  writeCompanies,
} from '../../market/companies';
import { type Day, formatDay } from '../../market/day';
import { thinned, withClose } from '../../market/history';
import { isCommon } from '../../market/listing';
import { type Prices, writePrices } from '../../market/prices';
import { HISTORY_CAP, isSmallCap } from '../../market/small-cap';
import type { Company, Series } from '../../market/types';
import { writeUniverse } from '../../market/universe';
import { ABSURD_MOVE, Rejected } from '../../providers/checks';
import { type Listing, NASDAQ } from '../../providers/nasdaq';
import { type Edition, withSource } from '../edition';
import type { Outcome } from './outcome';

/** Share of the stocks held that an answer must have to be whole. */
const SEEN = 0.8;
/** Share of prices that may be left out as absurd before the whole answer is. */
const ABSURD_SHARE = 0.01;
/** Share of prices that are as before when a source has not been brought up to date. */
const SAME_SHARE = 0.9;
/** A stock that the list no longer has is kept for this many days: it may come back. */
const KEPT_DAYS = 30;

/**
 * Takes the day's list of stocks: prices and market values of all, one more close for every history.
 * @returns null when the source has nothing newer than what is held
 * @throws Rejected when the list cannot be the next one
 */
export async function mergeCloses(
  edition: Edition,
  listings: readonly Listing[],
  day: Day,
  filers: ReadonlyMap<string, number>,
): Promise<Outcome | null> {
  const universe = await edition.dataset.universe();
  if (day <= universe.asOf) return null;
  const held = new Map([...universe.all()].map((company) => [company.symbol, company]));
  const listed = new Map(listings.map((listing) => [listing.symbol, listing]));
  const seen = [...held.keys()].filter((symbol) => listed.has(symbol)).length;
  if (seen < held.size * SEEN) {
    throw new Rejected(t('live.lacks', { count: held.size - seen, all: held.size }));
  }
  const { absurd, same, compared } = compare(held, listings);
  if (compared > 0 && same > compared * SAME_SHARE) return null;
  if (absurd.size > compared * ABSURD_SHARE) {
    throw new Rejected(t('live.absurd', { count: absurd.size, all: compared }));
  }
  const taken = new Map(
    listings.map((listing) => {
      const { last, ...rest } = listing;
      return [listing.symbol, { ...rest, ...(!absurd.has(listing.symbol) && { last }) }];
    }),
  );

  const sharesRatio = (symbol: string) => {
    const before = shares(held.get(symbol)?.marketCapUsd, held.get(symbol)?.last);
    const now = shares(taken.get(symbol)?.marketCapUsd, taken.get(symbol)?.last);
    return before && now ? now / before : undefined;
  };
  const next = (symbol: string, history: Series): Series => {
    const { last, previous } = taken.get(symbol) ?? {};
    if (last === undefined) return history;
    return withClose(history, { day, close: last, previous, sharesRatio: sharesRatio(symbol) });
  };

  const companies = new Map(
    [...taken.values()].map((listing) => [
      listing.symbol,
      companyOf(listing, held.get(listing.symbol), filers.has(listing.symbol)),
    ]),
  );
  const files: [string, Uint8Array][] = [];
  const nowhere: Series = { days: new Int32Array(), values: new Float64Array() };
  const beginning = [...companies.values()].filter((company) => isSmallCap(company, HISTORY_CAP));
  const names = edition.part('companies').files.map(({ file }) => file);
  for (let shard = 0; shard < SHARDS; shard++) {
    const file = names[shard]!;
    const { companies: records, provenance } = readAllCompanies(edition.file(file));
    for (const { symbol, last } of beginning) {
      if (shardOf(symbol) !== shard || last === undefined || records.get(symbol)?.history) continue;
      records.set(symbol, { ...records.get(symbol), history: nowhere });
    }
    const kept = new Map<string, CompanyRecord>();
    for (const [symbol, record] of [...records].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const { history } = record;
      if (!companies.has(symbol)) {
        if ((history?.days.at(-1) ?? 0) < day - KEPT_DAYS) continue;
        const gone = held.get(symbol);
        if (gone) companies.set(symbol, gone);
      }
      const grown = history && next(symbol, history);
      kept.set(symbol, {
        ...record,
        ...(grown && { history: record.historyFrom ? grown : thinned(grown) }),
      });
    }
    files.push([file, writeCompanies(kept, provenance)]);
  }

  const source = (what: string) => ({ what, source: NASDAQ.name, url: NASDAQ.page, asOf: formatDay(day) });
  await edition.replace(
    'companies',
    files,
    withSource(edition.part('companies').sources, source('Daily closes, added day by day')),
  );
  await edition.replace(
    'universe',
    [['universe.tsv', new TextEncoder().encode(writeUniverse([...companies.values()], day))]],
    withSource(
      edition.part('universe').sources,
      source('Every US-listed stock: name, exchange, price, market value, country, sector, industry'),
    ),
  );
  await mergeBasket(edition, next, source('Weekly closes of the large AI names'));
  return {
    newest: day,
    note: absurd.size > 0 ? t('live.leftOut', { count: absurd.size, all: compared }) : undefined,
  };
}

/** Weekly closes of the AI names: the last one of this week gives way to the newer. */
async function mergeBasket(
  edition: Edition,
  next: (symbol: string, history: Series) => Series,
  source: Parameters<typeof withSource>[1],
): Promise<void> {
  const { index, aiBasket } = await edition.dataset.market();
  const weekOf = (day: Day) => Math.floor((day - 4) / 7);
  const weekly: Prices['aiBasket'] = Object.fromEntries(
    Object.entries(aiBasket).map(([symbol, held]) => {
      const grown = next(symbol, held);
      const { days, values } = grown;
      const [before, newest] = [days.at(-2), days.at(-1)];
      if (grown === held || before === undefined || weekOf(before) !== weekOf(newest!))
        return [symbol, grown];
      const isKept = (_: number, i: number) => i !== days.length - 2;
      return [symbol, { days: days.filter(isKept), values: values.filter(isKept) }];
    }),
  );
  await edition.replace(
    'prices',
    [['prices.bin', writePrices({ index, aiBasket: weekly })]],
    withSource(edition.part('prices').sources, source, 'end'),
  );
}

function compare(held: Map<string, Company>, listings: readonly Listing[]) {
  const absurd = new Set<string>();
  let same = 0;
  let compared = 0;
  for (const { symbol, last } of listings) {
    const before = held.get(symbol)?.last;
    if (last === undefined || before === undefined) continue;
    compared++;
    if (last === before) same++;
    if (last / before > ABSURD_MOVE || before / last > ABSURD_MOVE) absurd.add(symbol);
  }
  return { absurd, same, compared };
}

const shares = (cap: number | undefined, price: number | undefined) =>
  cap && price ? cap / price : undefined;

function companyOf(listing: Listing, held: Company | undefined, files: boolean): Company {
  const { symbol, name, last, marketCapUsd, country, sector, industry } = listing;
  return {
    sp500: false,
    sp600: false,
    common: isCommon(name, symbol, industry, files),
    ...held,
    symbol,
    name,
    last: last ?? held?.last,
    marketCapUsd: marketCapUsd ?? held?.marketCapUsd,
    country: country ?? held?.country,
    sector: sector ?? held?.sector,
    industry: industry ?? held?.industry,
  };
}
