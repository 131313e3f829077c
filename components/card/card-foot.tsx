import type { Provenance } from '../../lib/market/types';
import type { CardData } from '../../lib/messages';
import { showDay } from '../format';
import { LiveLine } from '../live-line';
import { WholeHistory } from './whole-history';

/** Age from which prices are called stale, US trading days. */
const STALE = 3;

/** How old the prices are, where everything comes from, and the company's own filings. */
export function CardFoot({ data, onNewData }: { data: CardData; onNewData: () => void }) {
  const { stock, index, company } = data;
  const { live } = data.data;
  return (
    <>
      <p>{ageOf(data)}</p>
      {live && <LiveLine live={live} />}
      {live && <WholeHistory ticker={company.symbol} from={live.historyFrom} onDone={onNewData} />}
      <div class="row">
        <details class="sources">
          <summary>Sources</summary>
          <ul>
            {stock && <Source what={`${company.symbol} prices`} from={stock.provenance} />}
            {index && <Source what={`${index.label} prices`} from={index.provenance} />}
            {sourcesOf(data).map((from) => (
              <Source key={from.source} what="Factors" from={from} />
            ))}
          </ul>
        </details>
        <a href={edgarOf(company.symbol)} target="_blank" rel="noopener noreferrer">
          SEC filings
        </a>
      </div>
    </>
  );
}

function Source({ what, from }: { what: string; from: Provenance }) {
  return (
    <li>
      {what}:{' '}
      {from.url ? (
        <a href={from.url} target="_blank" rel="noopener noreferrer">
          {from.source}
        </a>
      ) : (
        from.source
      )}
      , {showDay(from.asOf)}
    </li>
  );
}

/** "Prices 21 Aug 2026, IWM 5 Oct 2026 · 33 trading days old · stale". */
function ageOf({ stock, index, report, data }: CardData): string {
  const parts: string[] = [];
  const market = index?.provenance.asOf ?? report.asOf;
  if (stock && stock.provenance.asOf !== market) {
    parts.push(`${stock.label} price ${showDay(stock.provenance.asOf)}`);
  }
  const old = data.tradingDaysOld;
  parts.push(
    `${parts.length > 0 ? (index?.label ?? 'market') : 'Prices'} ${showDay(market)}${old === undefined ? '' : `, ${old} trading ${old === 1 ? 'day' : 'days'} old`}`,
  );
  if (old !== undefined && old > STALE) parts.push('stale');
  return parts.join(' · ');
}

/** Every source behind the factors once, with its newest date. */
function sourcesOf({ report }: CardData): Provenance[] {
  const newest = new Map<string, Provenance>();
  for (const { source, url, asOf } of report.factors) {
    if (asOf === null) continue;
    const before = newest.get(source);
    if (!before || before.asOf < asOf) newest.set(source, { source, url, asOf });
  }
  return [...newest.values()];
}

/** The company's filings; EDGAR takes the ticker, with a dash for a share class. */
function edgarOf(symbol: string): string {
  const name = encodeURIComponent(symbol.replace('/', '-'));
  return `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${name}&type=10-&dateb=&owner=include&count=40`;
}
