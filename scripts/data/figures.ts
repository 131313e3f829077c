import { formatDay, parseDay } from '../../lib/market/day';
import type { AiWeights, Company, IndexFigures } from '../../lib/market/types';
import { AI_CANDIDATES, STOCKS_AS_OF } from './prices';

/** The article's figures: as of the close of 2025-12-09, published the day after. */
const ARTICLE: IndexFigures = {
  kind: 'article',
  knownOn: parseDay('2025-12-09'),
  growthPct: { small: 35, large: 14 },
  premiumPct: 5,
  provenance: { source: 'Investing weekly, article of 2025-12-10', asOf: parseDay('2025-12-09') },
};

export function buildFigures(companies: Company[]): { figures: IndexFigures[]; aiWeights: AiWeights[] } {
  return { figures: [ARTICLE], aiWeights: [aiWeightsNow(companies)] };
}

/** Classes whose listed market value is that of the whole company, which another class already stands for. */
const SECOND_CLASSES = new Set(['GOOG', 'FOX', 'NWS']);

/** Share of each index by full market value (not float) on the day of the list of stocks. */
function aiWeightsNow(companies: Company[]): AiWeights {
  const large = companies.filter(({ sp500, symbol }) => sp500 && !SECOND_CLASSES.has(symbol));
  const total = large.reduce((sum, { marketCapUsd }) => sum + (marketCapUsd ?? 0), 0);
  return {
    knownOn: STOCKS_AS_OF,
    names: AI_CANDIDATES.map((symbol) => {
      const company = companies.find((one) => one.symbol === symbol);
      return {
        symbol,
        smallPct: company?.russell2000Pct ?? 0,
        largePct: company?.sp500 ? Math.round(((company.marketCapUsd ?? 0) / total) * 1e4) / 100 : 0,
      };
    }),
    provenance: {
      source: `Market values of the S&P 500 members on ${formatDay(STOCKS_AS_OF)} (Nasdaq screener), by full value, each company once`,
      url: 'https://www.nasdaq.com/market-activity/stocks/screener',
      asOf: STOCKS_AS_OF,
    },
  };
}
