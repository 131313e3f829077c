import type { ComponentChildren } from 'preact';
import type { ChartSeries, ThesisView } from '../../lib/messages';
import type { ThesisReport } from '../../lib/thesis/types';
import { fullPoints, showScore } from '../../lib/verdicts';
import { dataAge } from '../data-age';
import { FactorRow } from '../factor-row';
import { showDay } from '../format';
import { LiveLine } from '../live-line';
import { PriceChart } from '../price-chart';
import { byVerdict, THESIS_WORDS, tally } from '../thesis-words';
import { VerdictTag } from '../verdict';
import { RecordLine } from './record-line';
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
          <p class="mute">Reading the market data…</p>
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
          <h2 id="market">No market data</h2>
          <p>{data.message}</p>
          <p class="mute">
            Nothing is scored until Minnow has data again. Installing it anew brings them back.
          </p>
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
        <h2 id="signals">Signals</h2>
        <ul class="factors">
          {byVerdict(report.signals).map((reading) => (
            <FactorRow key={reading.id} reading={reading} bar={false} />
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
      <h2 id="market">The case for small caps</h2>
      <div class="score-line">
        <span class="score">{showScore(report.score)}</span>
        <div>
          <span class="mute of">of 100</span>{' '}
          <VerdictTag verdict={report.verdict} word={THESIS_WORDS[report.verdict]} />
          <p class="mute changes">{changes(view, report)}</p>
        </div>
      </div>
      <p>
        {support}{' '}
        {broken && (
          <>
            <b class="broken">Broken:</b> {broken}.{' '}
          </>
        )}
        {unknown && (
          <>
            <b>Unknown:</b> {unknown}.
          </>
        )}
      </p>
      <p class="mute">
        {age.words}
        {age.stale && (
          <>
            {' '}
            · <b class="stale">stale</b>
          </>
        )}{' '}
        · coverage {Math.round(report.coverage * 100)}%
      </p>
      {view.data.live && <LiveLine live={view.data.live} />}
    </section>
  );
}

/** "−24 since the article of 10 Dec 2025 · −3 in a week", as far as known. */
function changes({ earlier }: ThesisView, report: ThesisReport): string {
  return earlier
    .flatMap(({ label, score }) => {
      if (score === null || report.score === null) return [];
      const points = fullPoints(report.score) - fullPoints(score);
      return [`${points === 0 ? '±0' : `${points < 0 ? '−' : '+'}${Math.abs(points)}`} ${label}`];
    })
    .join(' · ');
}

function IndexChart({ iwm, spy }: { iwm: ChartSeries; spy: ChartSeries }) {
  const record = recordOf(iwm);
  return (
    <section class="pad cut" aria-labelledby="chart">
      <h2 id="chart">Small caps against the S&P 500</h2>
      <PriceChart
        series={[iwm, spy]}
        mark={record}
        theme={`${settings.value?.settings.theme} ${settings.value?.settings.palette}`}
      />
      <p class="mute source">
        IWM and SPY closes, without dividends. {iwm.provenance.source}, {showDay(iwm.provenance.asOf)}.
      </p>
    </section>
  );
}

function recordOf({ days, values }: ChartSeries): { value: number; label: string } | undefined {
  const value = Math.max(...values);
  const day = days[values.indexOf(value)];
  return day === undefined ? undefined : { value, label: `Record ${value.toFixed(2)}, ${showDay(day)}` };
}
