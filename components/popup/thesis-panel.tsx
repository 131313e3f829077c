import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n';
import { percent, signedNumber, usd } from '../../lib/i18n/format';
import type { ChartSeries, ThesisView } from '../../lib/messages';
import type { ThesisReport } from '../../lib/thesis/types';
import { fullPoints, showScore } from '../../lib/verdicts';
import { dataAge } from '../data-age';
import { FactorRow } from '../factor-row';
import { showDay } from '../format';
import { PriceChart } from '../price-chart';
import { byVerdict, THESIS_WORDS, tally } from '../thesis-words';
import { VerdictTag } from '../verdict';
import { RecordLine } from './record-line';
import { Refresh } from './refresh';
import { SignalChart } from './signal-chart';
import { settings } from './state';

interface Props {
  /** Null until the background has answered. */
  view: ThesisView | null;
  /** What stands between the score and its signals. */
  children: ComponentChildren;
}

/** The market's score, its signals and the chart behind them. */
export function ThesisPanel({ view, children }: Props) {
  if (!view) {
    return (
      <>
        <section class="pad cut">
          <p class="mute">{t('popup.thesis.reading')}</p>
        </section>
        {children}
      </>
    );
  }
  const { report, charts, data } = view;
  if (!report) {
    return (
      <>
        <section class="pad cut" aria-labelledby="market">
          <h2 id="market">{t('popup.thesis.noData')}</h2>
          <p>{data.message}</p>
          <p class="mute">{t('popup.thesis.reinstall')}</p>
        </section>
        {children}
      </>
    );
  }
  return (
    <>
      <ThesisHead view={view} report={report} />
      <RecordLine />
      {children}
      <section class="pad cut" aria-labelledby="signals">
        <h2 id="signals">{t('popup.signals')}</h2>
        <ul class="factors">
          {byVerdict(report.signals).map((reading) => (
            <FactorRow key={reading.id} reading={reading} bar={false}>
              <SignalChart id={reading.id} theme={theme()} />
            </FactorRow>
          ))}
        </ul>
      </section>
      {charts && <IndexChart {...charts} />}
    </>
  );
}

function ThesisHead({ view, report }: { view: ThesisView; report: ThesisReport }) {
  const { support, broken, unknown } = tally(report.signals);
  const age = dataAge(view.data);
  return (
    <section class="pad cut" aria-labelledby="market">
      <h2 id="market">{t('popup.thesis.title')}</h2>
      <div class="score-line">
        <span class="score">{showScore(report.score)}</span>
        <div>
          <span class="mute of">{t('popup.thesis.of')}</span>{' '}
          <VerdictTag verdict={report.verdict} word={THESIS_WORDS[report.verdict]} />
          <p class="mute changes">{changes(view, report)}</p>
        </div>
      </div>
      <p>
        {support}{' '}
        {broken && (
          <>
            <b class="broken">{t('popup.thesis.broken')}</b> {t('popup.thesis.named', { names: broken })}{' '}
          </>
        )}
        {unknown && (
          <>
            <b>{t('popup.thesis.unknown')}</b> {t('popup.thesis.named', { names: unknown })}
          </>
        )}
      </p>
      <p class="mute">
        {age.words}
        {age.stale && (
          <>
            {' '}
            · <b class="stale">{t('popup.thesis.stale')}</b>
          </>
        )}{' '}
        · {t('popup.thesis.coverage', { percent: percent(report.coverage * 100) })}
      </p>
      <Refresh view={view} />
    </section>
  );
}

/** "−24 since the article of 10 Dec 2025 · −3 in a week", as far as known. */
function changes({ earlier }: ThesisView, report: ThesisReport): string {
  return earlier
    .flatMap(({ since, score }) => {
      if (score === null || report.score === null) return [];
      const change = fullPoints(report.score) - fullPoints(score);
      const points = change === 0 ? t('popup.thesis.noChange') : signedNumber(change);
      return [
        since === 'article'
          ? t('popup.thesis.sinceArticle', { points })
          : t('popup.thesis.inAWeek', { points }),
      ];
    })
    .join(' · ');
}

function IndexChart({ iwm, spy }: { iwm: ChartSeries; spy: ChartSeries }) {
  const record = recordOf(iwm);
  return (
    <section class="pad cut" aria-labelledby="chart">
      <h2 id="chart">{t('popup.chart.title')}</h2>
      <PriceChart series={[iwm, spy]} mark={record} theme={theme()} />
      <p class="mute source">
        {t('popup.chart.source', { source: iwm.provenance.source, day: showDay(iwm.provenance.asOf) })}
      </p>
    </section>
  );
}

function recordOf({ days, values }: ChartSeries): { value: number; label: string } | undefined {
  const value = Math.max(...values);
  const day = days[values.indexOf(value)];
  return day === undefined
    ? undefined
    : { value, label: t('popup.chart.record', { close: usd(value), day: showDay(day) }) };
}

/** Changes with the look, so that charts are drawn anew. */
function theme(): string {
  const { theme, palette } = settings.value?.settings ?? {};
  return `${theme} ${palette}`;
}
