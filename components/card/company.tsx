import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { CardData } from '../../lib/messages';
import { showScore } from '../../lib/verdicts';
import type { Period } from '../chart-data';
import { FactorRow } from '../factor-row';
import { showCount, showUsd } from '../format';
import { PriceChart } from '../price-chart';
import { VerdictTag } from '../verdict';

const EXCHANGES = { NASDAQ: 'Nasdaq', NYSE: 'NYSE', AMEX: 'NYSE American' };

interface HeadProps {
  name: string;
  ticker: string;
  /** Absent until it has come. */
  data?: CardData;
  /** What can be done with the company. */
  children?: ComponentChildren;
}

/** Who the company is, its score, and what that is made of. */
export function CompanyHead({ name, ticker, data, children }: HeadProps) {
  const { company, report } = data ?? {};
  const known = report?.factors.filter(({ verdict }) => verdict !== 'unknown').length ?? 0;
  return (
    <header class="part">
      <div class="row top">
        <div>
          <h2>{company?.name ?? name}</h2>
          <p class="mute">{company ? aboutOf(company) : ticker}</p>
        </div>
        {report && (
          <p class="score">
            <b>{showScore(report.score)}</b>
            <span class="mute">{report.score === null ? t('card.noScore') : t('card.ofHundred')}</span>
          </p>
        )}
      </div>
      {report && (
        <p class="row verdict">
          <VerdictTag verdict={report.verdict} />
          <span class="mute">
            {t('card.madeOf', {
              thesis: showScore(report.thesis),
              fit: showScore(report.fit),
              known: showCount(known),
              all: showCount(report.factors.length),
            })}
          </span>
        </p>
      )}
      {children}
    </header>
  );
}

/** "EPAC · NYSE · $2.3B · Russell 2000". */
function aboutOf({ symbol, exchange, marketCapUsd, russell2000Pct, sp600 }: CardData['company']): string {
  const parts = [symbol];
  if (exchange !== undefined) parts.push(EXCHANGES[exchange]);
  if (marketCapUsd !== undefined) parts.push(showUsd(marketCapUsd));
  if (russell2000Pct !== undefined) parts.push(t('board.russell2000'));
  if (sp600) parts.push(t('board.sp600'));
  return parts.join(' · ');
}

interface BodyProps {
  data: CardData;
  /** Changes with the look, so that the chart is drawn anew. */
  theme: string;
  /** Period of the chart that is shown first. */
  initial?: Period;
  height?: number;
}

/** The company's chart and its factors. */
export function CompanyBody({ data, theme, initial, height }: BodyProps) {
  const { stock, index, report } = data;
  const [series] = useState(() => [stock, index].filter((one) => one !== undefined));
  return (
    <>
      {data.data.state !== 'ready' && (
        <p class="part" role="alert">
          {data.data.message}
        </p>
      )}
      <div class="part">
        {stock ? (
          <PriceChart series={series} theme={theme} initial={initial} height={height} />
        ) : (
          <p class="mute">{t('card.noHistoryOf', { ticker: data.company.symbol })}</p>
        )}
      </div>
      <ul class="part factors" aria-label={t('card.factors')}>
        {report.factors.map((factor) => (
          <FactorRow key={factor.id} reading={factor} />
        ))}
      </ul>
    </>
  );
}
