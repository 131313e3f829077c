import { t } from '../../lib/i18n';
import type { Provenance } from '../../lib/market/types';
import type { CardData } from '../../lib/messages';
import { showDay } from '../format';
import { LiveLine } from '../live-line';
import { Phrase } from '../phrase';
import { SourceLink } from '../source-link';
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
          <summary>{t('card.sources')}</summary>
          <ul>
            {[stock, index].map(
              (one) =>
                one && (
                  <Source
                    key={one.label}
                    what={t('card.pricesOf', { label: one.label })}
                    from={one.provenance}
                  />
                ),
            )}
            {sourcesOf(data).map((from) => (
              <Source key={from.source} what={t('card.factors')} from={from} />
            ))}
          </ul>
        </details>
        <a href={edgarOf(company.symbol)} target="_blank" rel="noopener noreferrer">
          {t('card.secFilings')}
        </a>
      </div>
    </>
  );
}

function Source({ what, from }: { what: string; from: Provenance }) {
  return (
    <li>
      <Phrase
        text={(slots) => t('card.sourceLine', { what, day: showDay(from.asOf), ...slots })}
        slots={{ source: <SourceLink source={from.source} url={from.url} /> }}
      />
    </li>
  );
}

/** "EPAC price 21 Aug 2026 · IWM 5 Oct 2026, 33 trading days old · stale", in the user's locale. */
function ageOf({ stock, index, report, data }: CardData): string {
  const market = index?.provenance.asOf ?? report.asOf;
  const day = showDay(market);
  const old = data.tradingDaysOld;
  const isApart = stock && stock.provenance.asOf !== market;
  const apart = isApart && {
    stock: stock.label,
    stockDay: showDay(stock.provenance.asOf),
    index: index?.label ?? '',
    day,
  };
  const age =
    old === undefined
      ? apart
        ? t('card.apart', apart)
        : t('card.prices', { day })
      : apart
        ? t('card.apartOld', old, { ...apart, old })
        : t('card.pricesOld', old, { day, old });
  return old !== undefined && old > STALE ? t('card.stale', { age }) : age;
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
