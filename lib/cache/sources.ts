import { t } from '../i18n';
import type { Dataset } from '../market/dataset';
import { type Day, parseDay } from '../market/day';
import { closeDay, lastCloseDay } from '../market/new-york';
import type { IndexSymbol, MacroId, Series } from '../market/types';
import { Rejected, withoutKey } from '../providers/checks';
import { askFred, askFredApi, FRED, type FredId, readFred, readFredApi } from '../providers/fred';
import { askHoldings, ISHARES, IVV, IWM, readHoldings } from '../providers/ishares';
import { askScreener, NASDAQ, readScreener } from '../providers/nasdaq';
import { askSurvey, NFIB, readSurvey } from '../providers/nfib';
import {
  askFrame,
  askTickers,
  type Concept,
  endOfQuarter,
  type Quarter,
  quarterOf,
  quartersBefore,
  readFrame,
  readTickers,
  SEC_FRAMES,
  SEC_TICKERS,
} from '../providers/sec';
import type { Ask, ProviderInfo } from '../providers/types';
import type { PriceSource } from '../settings/live';
import type { ProviderName } from './bases';
import type { Edition } from './edition';
import { AskFailed, type Validators } from './http';
import type { Keys } from './keys';
import { mergeCloses } from './merge/closes';
import { type FigureKind, type Frame, type Frames, mergeFilings } from './merge/filings';
import { mergeHoldings } from './merge/holdings';
import { mergeIndex, NeedsWhole } from './merge/index-closes';
import { mergeMacro } from './merge/macro';
import type { Outcome } from './merge/outcome';
import { priceHistory } from './prices';
import type { SourceId } from './state';

/** What a source may use while it is refreshed. */
export interface Kit {
  /**
   * The text of an answer; null when it is the same as the last good one, which is asked only where `unlessSame`.
   * @throws AskFailed
   */
  get(provider: ProviderName, ask: Ask, unlessSame?: boolean): Promise<string | null>;
  /** What was given with the last good answer from an address, and what is to be kept with the next. */
  validators: { known(url: string): Validators | undefined; keep(url: string, validators: Validators): void };
  base(provider: ProviderName): string;
  keys: Keys;
  priceOrder: readonly PriceSource[];
  /** By the server's clock where one was heard, milliseconds since 1970. */
  now(): number;
  /** Day of the newest figure held from this source. */
  newest?: Day;
  shipped: Dataset;
  ciks(): Promise<ReadonlyMap<string, number>>;
}

/** What a good answer does to the data set; null when it has nothing newer. */
export type Merge = (edition: Edition) => Promise<(Outcome & { ciks?: Map<string, number> }) | null>;

export interface Source {
  id: SourceId;
  title: string;
  from: ProviderInfo;
  /** Fetches and checks; null when the source says that nothing changed. @throws AskFailed, Rejected */
  fetch(kit: Kit): Promise<Merge | null>;
}

/** A source that cannot be asked at this time of day; the message says when it can. */
export class NotNow extends Error {
  override name = 'NotNow';
}

/** Ten years serve every measure of a signal. */
const MACRO_SINCE = parseDay('2015-01-01');
/** Days of closes that are fetched again, to see that they continue those held. */
const OVERLAP = 30;
/** Most companies have filed a quarter by then. */
const FILED_AFTER = 45;

/** Observations of today may be ahead of the clock's day by a time zone. */
const latestDay = (kit: Kit) => lastCloseDay(kit.now()) + 4;

const closes: Source = {
  id: 'closes',
  title: t('live.source.closes'),
  from: NASDAQ,
  async fetch(kit) {
    if (closeDay(kit.now()) === undefined) {
      throw new NotNow(t('live.open'));
    }
    const text = await kit.get('nasdaq', askScreener(kit.base('nasdaq')), true);
    if (text === null) return null;
    const listings = readScreener(text);
    // After the answer, whose server may have corrected the clock.
    const day = closeDay(kit.now());
    if (day === undefined) throw new NotNow(t('live.openStill'));
    return async (edition) => mergeCloses(edition, listings, day, await kit.ciks());
  },
};

const indexCloses: Source = {
  id: 'index',
  title: t('live.source.index'),
  from: { name: 'Yahoo Finance', page: 'https://finance.yahoo.com/', base: '', maxBytes: 0 },
  async fetch(kit) {
    const { index } = await kit.shipped.market();
    const newest = kit.newest ?? index.IWM.days.at(-1)!;
    const fetchBoth = async (since: (symbol: IndexSymbol) => Day) => {
      const [small, large] = [
        await priceHistory(kit, 'IWM', since('IWM')),
        await priceHistory(kit, 'SPY', since('SPY')),
      ];
      return { closes: { IWM: small.series, SPY: large.series }, from: small.from };
    };
    const tail = await fetchBoth(() => newest - OVERLAP);
    return async (edition) => {
      try {
        return await mergeIndex(edition, tail.closes, tail.from);
      } catch (error) {
        if (!(error instanceof NeedsWhole)) throw error;
        const whole = await fetchBoth((symbol) => index[symbol].days[0]!);
        try {
          return await mergeIndex(edition, whole.closes, whole.from);
        } catch (again) {
          throw again instanceof NeedsWhole ? new Rejected(again.message) : again;
        }
      }
    };
  },
};

function fred(id: SourceId, title: string, ids: readonly FredId[]): Source {
  return {
    id,
    title,
    from: FRED,
    async fetch(kit) {
      const key = kit.keys['fred-api'];
      const fetched = new Map<MacroId, Series>();
      if (key) {
        for (const one of ids) {
          const text = await kit.get('fred-api', askFredApi(one, MACRO_SINCE, key, kit.base('fred-api')));
          fetched.set(one, readFredApi(withoutKey(text!, key), one, latestDay(kit)));
        }
      } else {
        const text = await kit.get('fred', askFred(ids, MACRO_SINCE, kit.base('fred')), true);
        if (text === null) return null;
        for (const [one, series] of readFred(text, ids, latestDay(kit))) fetched.set(one, series);
      }
      return (edition) => mergeMacro(edition, kit.shipped, fetched, todayOf(kit), FRED);
    },
  };
}

const todayOf = (kit: Kit): Day => Math.floor(kit.now() / 86_400_000);

const survey: Source = {
  id: 'nfib',
  title: t('live.source.nfib'),
  from: NFIB,
  async fetch(kit) {
    const text = await kit.get('nfib', askSurvey(MACRO_SINCE, todayOf(kit), kit.base('nfib')));
    const fetched = readSurvey(text!, latestDay(kit));
    return (edition) => mergeMacro(edition, kit.shipped, fetched, todayOf(kit), NFIB);
  },
};

const holdings: Source = {
  id: 'holdings',
  title: t('live.source.holdings'),
  from: ISHARES,
  async fetch(kit) {
    const base = kit.base('ishares');
    const texts = await bothUnlessSame(kit, askHoldings(IWM, base), askHoldings(IVV, base));
    if (texts === null) return null;
    const small = readHoldings(texts[0], IWM, latestDay(kit));
    const large = readHoldings(texts[1], IVV, latestDay(kit));
    return (edition) => mergeHoldings(edition, { small, large });
  },
};

/** Both answers, or null when neither changed. */
async function bothUnlessSame(kit: Kit, first: Ask, second: Ask): Promise<[string, string] | null> {
  const [one, two] = [await kit.get('ishares', first, true), await kit.get('ishares', second, true)];
  if (one === null && two === null) return null;
  return [one ?? (await kit.get('ishares', first))!, two ?? (await kit.get('ishares', second))!];
}

const tickers: Source = {
  id: 'tickers',
  title: t('live.source.tickers'),
  from: SEC_TICKERS,
  async fetch(kit) {
    const text = await kit.get('sec-tickers', askTickers(kit.base('sec-tickers')), true);
    if (text === null) return null;
    const ciks = readTickers(text);
    return async () => ({ newest: todayOf(kit), ciks });
  },
};

/** Sales stand under either of two tags; the first that a company uses counts. */
const CONCEPTS: Record<FigureKind, Concept[]> = {
  netIncome: [{ tag: 'NetIncomeLoss', unit: 'USD' }],
  operatingIncome: [{ tag: 'OperatingIncomeLoss', unit: 'USD' }],
  revenue: [
    { tag: 'RevenueFromContractWithCustomerExcludingAssessedTax', unit: 'USD' },
    { tag: 'Revenues', unit: 'USD' },
  ],
  eps: [{ tag: 'EarningsPerShareDiluted', unit: 'USD-per-shares' }],
};

const filings: Source = {
  id: 'filings',
  title: t('live.source.filings'),
  from: SEC_FRAMES,
  async fetch(kit) {
    const ciks = await kit.ciks();
    if (ciks.size === 0) throw new NotNow(t('live.tickersFirst'));
    const current = quarterOf(todayOf(kit));
    const [newest, older] = [quartersBefore(current, 1), quartersBefore(current, 2)];
    const quarter = endOfQuarter(newest) + FILED_AFTER <= todayOf(kit) ? newest : older;
    const frame = async (concepts: Concept[], of: Quarter): Promise<Frame> => {
      const all = [];
      for (const concept of concepts) all.push(await oneFrame(kit, concept, of));
      return new Map(all.reverse().flatMap((one) => [...one]));
    };
    const frames = {} as Frames;
    for (const [kind, concepts] of Object.entries(CONCEPTS) as [FigureKind, Concept[]][]) {
      frames[kind] = {
        now: await frame(concepts, quarter),
        yearAgo: await frame(concepts, quartersBefore(quarter, 4)),
      };
    }
    return (edition) => mergeFilings(edition, frames, quarter, ciks, todayOf(kit));
  },
};

/** The SEC answers 404 for a tag that was retired; only net income must be there. */
async function oneFrame(kit: Kit, concept: Concept, quarter: Quarter): Promise<Frame> {
  try {
    const text = await kit.get('sec-frames', askFrame(concept, quarter, kit.base('sec-frames')));
    return readFrame(text!, concept, quarter, latestDay(kit));
  } catch (error) {
    if (error instanceof AskFailed && error.status === 404 && concept.tag !== 'NetIncomeLoss')
      return new Map();
    throw error;
  }
}

/** Everything that is refreshed from the providers, in the order in which it is asked. */
export const SOURCES: readonly Source[] = [
  closes,
  indexCloses,
  fred('fred-daily', t('live.source.rates'), ['DGS2', 'DFEDTARU']),
  fred('fred-weekly', t('live.source.claims'), ['ICSA']),
  fred('fred-monthly', t('live.source.monthly'), [
    'CPIAUCSL',
    'CPILFESL',
    'PCEPILFE',
    'UNRATE',
    'PAYEMS',
    'INDPRO',
  ]),
  fred('fred-projections', t('live.source.projections'), ['FEDTARMD']),
  survey,
  holdings,
  tickers,
  filings,
];
