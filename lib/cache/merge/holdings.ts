import { t } from '../../i18n';
import { formatDay } from '../../market/day';
import type { AiWeights, Company } from '../../market/types';
import { writeUniverse } from '../../market/universe';
import { Rejected } from '../../providers/checks';
import { type Holdings, ISHARES } from '../../providers/ishares';
import { type Edition, withSource } from '../edition';
import type { Outcome } from './outcome';

/** Share of a fund's names that must be found among the stocks. */
const FOUND = 0.9;
/** Weights of the AI names that are kept, newest first. */
const MOST_WEIGHTS = 60;

/** Takes the members and weights of both indexes from the funds that hold them. @throws Rejected */
export async function mergeHoldings(
  edition: Edition,
  { small, large }: { small: Holdings; large: Holdings },
): Promise<Outcome> {
  const universe = await edition.dataset.universe();
  const companies = [...universe.all()];
  const weights = { small: weightsOf(small), large: weightsOf(large) };
  const unclassed = ({ symbol }: Company) => symbol.replace('/', '');
  for (const fund of ['small', 'large'] as const) {
    const found = companies.filter((company) => weights[fund].has(unclassed(company))).length;
    if (found < weights[fund].size * FOUND) {
      throw new Rejected(t('live.fewKnown', { found, all: weights[fund].size }));
    }
  }
  const next = companies.map((company): Company => {
    const { russell2000Pct: _, ...rest } = company;
    const weight = weights.small.get(unclassed(company));
    const sp500 = weights.large.has(unclassed(company));
    const member = weight !== undefined || sp500;
    return {
      ...rest,
      ...(weight !== undefined && { russell2000Pct: weight }),
      sp500,
      common: company.common || member,
    };
  });
  const asOf = Math.min(small.asOf, large.asOf);
  const source = (what: string) => ({
    what,
    source: ISHARES.name,
    url: ISHARES.page,
    asOf: formatDay(asOf),
  });
  await edition.replace(
    'universe',
    [['universe.tsv', new TextEncoder().encode(writeUniverse(next, universe.asOf))]],
    withSource(
      edition.part('universe').sources,
      source('Members and weights of the Russell 2000 and the S&P 500, by the holdings of IWM and IVV'),
      'end',
    ),
  );
  const { figures, aiWeights } = await edition.dataset.market();
  const names = aiWeights.at(-1)?.names ?? [];
  const newest: AiWeights = {
    knownOn: asOf,
    names: names.map(({ symbol }) => ({
      symbol,
      smallPct: weights.small.get(symbol) ?? 0,
      largePct: weights.large.get(symbol) ?? 0,
    })),
    provenance: {
      source: `Holdings of IWM and IVV of ${formatDay(asOf)} (iShares)`,
      url: ISHARES.page,
      asOf,
    },
  };
  const kept = [...aiWeights.filter(({ knownOn }) => knownOn < asOf), newest].slice(-MOST_WEIGHTS);
  await edition.replace(
    'figures',
    [['figures.json', new TextEncoder().encode(JSON.stringify({ figures, aiWeights: kept }))]],
    withSource(edition.part('figures').sources, source('Weights of the AI names in both indexes')),
  );
  return { newest: asOf };
}

function weightsOf({ holdings }: Holdings): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { ticker, weightPct } of holdings) {
    const symbol = ticker.replace(/[./-]/, '');
    weights.set(symbol, (weights.get(symbol) ?? 0) + weightPct);
  }
  return weights;
}
