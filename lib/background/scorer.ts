import type { MarketState } from '../alerts/events';
import type { BoardDays, BoardFactor, BoardListing, BoardReading } from '../board/types';
import { t } from '../i18n';
import { companyName } from '../market/company-name';
import { type Dataset, DatasetError, partTitle } from '../market/dataset';
import { type Day, formatDay, parseDay } from '../market/day';
import { isSmallCap } from '../market/small-cap';
import { tradingDaysBetween } from '../market/trading-days';
import type { PriceSeries } from '../market/types';
import type { Answer, CardData, ChartSeries, DataPart, DataState, ThesisView } from '../messages';
import {
  companySensitivity,
  evaluateCompany,
  evaluateThesis,
  type MeasureHistory,
  measureHistory,
  spelledOut,
  thesisSensitivity,
} from '../thesis';
import { FACTORS } from '../thesis/fit';
import { highest, newest, type Point, upTo } from '../thesis/series';
import type { CompanyReport, SignalId, ThesisOptions, ThesisReport } from '../thesis/types';
import type { MarketSource } from './market';

/** The day of the article: what the thesis is compared with. */
const ARTICLE_DAY = parseDay('2025-12-10');
const WEEK = 7;
const HALF_YEAR = 182;
const TREND_POINTS = 40;

/** What a scorer needs besides the data. */
export type ScorerSource = Pick<MarketSource, 'today' | 'asOf' | 'live'>;

/** Scores on one data set, each computed once for the same options. */
export class Scorer {
  #dataset: Dataset;
  #source: ScorerSource;
  #key = '';
  #thesis = new Map<Day, Promise<ThesisReport>>();
  #companies = new Map<string, Promise<CompanyReport | null>>();

  constructor(dataset: Dataset, source: ScorerSource) {
    this.#dataset = dataset;
    this.#source = source;
  }

  /** The day that answers stand for. */
  get asOf(): Day {
    const last = this.newestClose;
    return Math.max(last, this.#source.asOf?.(last) ?? last);
  }

  /** Day of the newest close of the index funds. */
  get newestClose(): Day {
    const last = this.#dataset.parts.find(({ name }) => name === 'prices')?.sources[0];
    if (!last) throw new DatasetError(t('background.noIndex'));
    return parseDay(last.asOf);
  }

  get state(): DataState {
    const last = this.newestClose;
    const live = this.#source.live?.();
    return {
      state: 'ready',
      pricesAsOf: formatDay(last),
      tradingDaysOld: tradingDaysBetween(last, this.#source.today()),
      ...(live && { live }),
    };
  }

  /** The thesis on a day, today's when none is given. */
  async thesis(wanted: ThesisOptions, day?: Day): Promise<ThesisReport> {
    const options = this.#present(wanted);
    this.#use(options);
    const asOf = day ?? this.asOf;
    return remember(this.#thesis, asOf, async () =>
      evaluateThesis(await this.#dataset.market(), asOf, options),
    );
  }

  /** Null for a symbol that is not in the data set. */
  company(symbol: string, wanted: ThesisOptions): Promise<CompanyReport | null> {
    const options = this.#present(wanted);
    this.#use(options);
    return remember(this.#companies, `${this.asOf} ${symbol}`, () => this.#evaluate(symbol, options));
  }

  /** Every small cap by the bounds of the options, as the list of stocks has it. */
  async board(
    options: ThesisOptions,
  ): Promise<{ listings: BoardListing[]; factors: BoardFactor[]; days: BoardDays }> {
    const universe = await this.#dataset.universe();
    const listings: BoardListing[] = [];
    for (const company of universe.all()) {
      if (!isSmallCap(company, options.smallCapUsd)) continue;
      const { symbol, name, sector, marketCapUsd, last, russell2000Pct, sp600 } = company;
      listings.push({
        ticker: symbol,
        name: companyName(name),
        sector,
        capUsd: marketCapUsd,
        closeUsd: last,
        russell2000: russell2000Pct !== undefined,
        sp600,
      });
    }
    return {
      listings,
      factors: FACTORS.map(({ id, title }) => ({ id, title })),
      days: { scores: this.asOf, listings: universe.asOf },
    };
  }

  /** What scores are made of, not remembered: the board asks for thousands. Symbols that are not in the data set are left out. */
  async readings(symbols: readonly string[], wanted: ThesisOptions): Promise<Answer<'board-readings'>> {
    const options = this.#present(wanted);
    const readings: Record<string, BoardReading> = {};
    let problem: string | undefined;
    for (const symbol of symbols) {
      try {
        const report = await this.#evaluate(symbol, options);
        if (!report) continue;
        const { score, fit, factors } = report;
        const strengths = factors.map(({ strength }) => (strength === null ? null : tenths(strength * 100)));
        readings[symbol] = { score, fit, factors: strengths };
      } catch (error) {
        // One file of companies may be damaged; the others stay readable.
        if (!(error instanceof DatasetError)) throw error;
        problem = error.message;
      }
    }
    return { readings, problem };
  }

  async card(symbol: string, options: ThesisOptions): Promise<CardData | null> {
    const [market, company, report, thesis] = await Promise.all([
      this.#dataset.market(),
      this.#dataset.company(symbol),
      this.company(symbol, options),
      this.thesis(options),
    ]);
    if (!company || !report) return null;
    const from = company.history?.days[0];
    return {
      company: { ...company.company, name: companyName(company.company.name) },
      report: { ...report, factors: spelledOut(report.factors) },
      thesis: { score: thesis.score, verdict: thesis.verdict, coverage: thesis.coverage, asOf: thesis.asOf },
      ...(company.history && {
        stock: chart(symbol, company.history),
        index: chart('IWM', market.index.IWM, from),
      }),
      data: this.state,
    };
  }

  async view(options: ThesisOptions): Promise<ThesisView> {
    const [market, report] = await Promise.all([this.#dataset.market(), this.thesis(options)]);
    const [article, week] = await Promise.all([
      this.thesis(options, ARTICLE_DAY),
      this.thesis(options, report.asOf - WEEK),
    ]);
    return {
      report: { ...report, signals: spelledOut(report.signals) },
      earlier: [
        { since: 'article', day: ARTICLE_DAY, score: article.score },
        { since: 'week', day: week.asOf, score: week.score },
      ],
      charts: { iwm: chart('IWM', market.index.IWM), spy: chart('SPY', market.index.SPY) },
      data: this.state,
    };
  }

  /** What a signal measured in the last years. @throws DatasetError */
  async history(id: SignalId, options: ThesisOptions): Promise<MeasureHistory[]> {
    return measureHistory(await this.#dataset.market(), id, this.asOf, options);
  }

  /** What of today's state can give an alert, with the newest closes of some stocks. */
  async alertState(symbols: readonly string[], options: ThesisOptions): Promise<MarketState> {
    const [market, { asOf, signals, score, verdict }, companies] = await Promise.all([
      this.#dataset.market(),
      this.thesis(options),
      Promise.all(symbols.map((symbol) => this.#dataset.company(symbol))),
    ]);
    const closes = upTo(market.index.IWM, asOf);
    const [newestClose, record] = [newest(closes), highest(closes, Number.NEGATIVE_INFINITY, asOf)];
    const closeOf = ({ day, value }: Point) => ({ day, close: value });
    const { signalWeights, aiNames, thresholds, consensus } = options;
    return {
      asOf,
      basis: JSON.stringify([signalWeights, aiNames, thresholds, consensus]),
      signals: Object.fromEntries(
        signals.flatMap(({ id, verdict }) => (verdict === 'unknown' ? [] : [[id, verdict]])),
      ),
      composite: score === null || verdict === 'unknown' ? null : { score, verdict },
      iwm: newestClose && record ? { newest: closeOf(newestClose), record: closeOf(record) } : null,
      closes: Object.fromEntries(
        companies.flatMap((company) => {
          const last = company?.history && newest(company.history);
          return company && last ? [[company.company.symbol, closeOf(last)]] : [];
        }),
      ),
    };
  }

  /** How far today's scores move with each weight and threshold; no factors for a symbol that is not in the data set. */
  async sensitivity(symbol: string, wanted: ThesisOptions): Promise<Answer<'sensitivity'>> {
    const options = this.#present(wanted);
    const [market, company] = await Promise.all([this.#dataset.market(), this.#dataset.company(symbol)]);
    return {
      signals: thesisSensitivity(market, this.asOf, options),
      factors: company ? companySensitivity(market, company, this.asOf, options) : [],
    };
  }

  /** Closes of the last half year, about forty a stock. */
  async trends(symbols: readonly string[]): Promise<Record<string, number[]>> {
    const since = this.asOf - HALF_YEAR;
    const companies = await Promise.all(symbols.map((symbol) => this.#dataset.company(symbol)));
    return Object.fromEntries(
      companies.flatMap((company) => {
        if (!company?.history) return [];
        const closes = chart(company.company.symbol, company.history, since).values;
        const step = Math.max(1, Math.floor(closes.length / TREND_POINTS));
        // Counted from the end, so that the newest close is always there.
        const thinned = closes.filter((_, i) => (closes.length - 1 - i) % step === 0);
        return thinned.length > 1 ? [[company.company.symbol, thinned]] : [];
      }),
    );
  }

  parts(): DataPart[] {
    return this.#dataset.parts.map(({ name, files, sources }) => ({
      title: partTitle(name),
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      sources: sources.map((source) => ({ ...source, asOf: parseDay(source.asOf) })),
    }));
  }

  async #evaluate(symbol: string, options: ThesisOptions): Promise<CompanyReport | null> {
    const [market, thesis, company] = await Promise.all([
      this.#dataset.market(),
      this.thesis(options),
      this.#dataset.company(symbol),
    ]);
    return company && evaluateCompany(market, company, this.asOf, options, thesis);
  }

  /** Figures that the user read between the newest close and today speak for the newest close too. */
  #present(options: ThesisOptions): ThesisOptions {
    const { consensus } = options;
    if (!consensus || consensus.knownOn <= this.asOf || consensus.knownOn > this.#source.today())
      return options;
    return { ...options, consensus: { ...consensus, speaksFrom: this.asOf } };
  }

  #use(options: ThesisOptions): void {
    const key = JSON.stringify(options);
    if (key === this.#key) return;
    this.#key = key;
    this.#thesis.clear();
    this.#companies.clear();
  }
}

const tenths = (value: number) => Math.round(value * 10) / 10;

function remember<K, T>(answers: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const answer = answers.get(key) ?? make();
  answers.set(key, answer);
  return answer;
}

function chart(label: string, prices: PriceSeries, from = Number.NEGATIVE_INFINITY): ChartSeries {
  const start = prices.days.findIndex((day) => day >= from);
  return {
    label,
    days: start < 0 ? [] : Array.from(prices.days.subarray(start)),
    values: start < 0 ? [] : Array.from(prices.values.subarray(start)),
    provenance: prices.provenance,
  };
}
