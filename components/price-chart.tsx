import { useMemo, useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import { list } from '../lib/i18n/format';
import type { Day } from '../lib/market/day';
import type { ChartSeries } from '../lib/messages';
import { type Line, monthEnds, PERIOD_WORDS, PERIODS, type Period, rebase, valueOn } from './chart-data';
import { DataTable } from './data-table';
import { showDay, showPercent } from './format';
import { useLineChart } from './use-line-chart';

interface Props {
  /** Closes in US dollars; the first is the one in question, the others are what it is compared with. */
  series: ChartSeries[];
  /** A level of the first series worth a line, US dollars, e.g. its record close. */
  mark?: { value: number; label: string };
  /** Redraws when it changes: the colors come from the page's tokens. */
  theme?: string;
  height?: number;
  /** Offers the figures as a table too. */
  table?: boolean;
}

/** Change in percent over a period that can be switched, with a reading under the pointer. */
export function PriceChart({ series, mark, theme, height = 132, table = false }: Props) {
  const [period, setPeriod] = useState<Period>('1Y');
  const [day, setDay] = useState<number | null>(null);
  const lines = useMemo(() => rebase(series, period), [series, period]);
  const markY = mark && lines[0] ? (mark.value / lines[0].base - 1) * 100 : undefined;
  const style = useMemo(() => ({ mark: markY }), [markY]);
  const { frame, canvas, chart, failure } = useLineChart(lines, style, theme, height);

  if (!lines.length) return <p class="mute">{t('chart.none')}</p>;
  const first = lines[0]!;
  const start = first.points[0]!.x;
  const last = first.points.at(-1)!.x;
  const at = day ?? last;
  const said = {
    period: PERIOD_WORDS[period],
    from: showDay(start),
    to: showDay(last),
    values: list(lines.map((line) => changeOf(line, last))),
  };
  const summary = mark ? t('chart.pricesWithMark', { ...said, mark: mark.label }) : t('chart.prices', said);

  const read = (event: PointerEvent) => {
    const x = chart.current?.scales.x;
    const value = x?.getValueForPixel(event.offsetX);
    if (value === undefined) return;
    const nearest = Math.min(last, Math.max(start, Math.round(value)));
    setDay(first.points.findLast((point) => point.x <= nearest)?.x ?? last);
  };
  const cursor = day === null ? undefined : chart.current?.scales.x?.getPixelForValue(day);

  return (
    <figure class="chart">
      <div class="chart-frame" ref={frame} style={{ height }}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={summary}
          onPointerMove={read}
          onPointerLeave={() => setDay(null)}
        />
        {cursor !== undefined && <i class="chart-cursor" style={{ left: cursor }} />}
        {failure && <p class="mute">{failure}</p>}
      </div>
      <figcaption class="chart-legend">
        <span class="chart-values" aria-hidden="true">
          {lines.map((line, i) => (
            <span key={line.label} class={i === 0 ? 'chart-first' : 'chart-other'}>
              {changeOf(line, at)}
            </span>
          ))}
          {day !== null && <span class="mute">{showDay(day)}</span>}
          {day === null && mark && <span class="mute">┄ {mark.label}</span>}
        </span>
        <fieldset class="chart-periods" aria-label={t('chart.period.label')}>
          {(Object.keys(PERIODS) as Period[]).map((one) => (
            <button
              key={one}
              type="button"
              class="chip"
              aria-pressed={one === period}
              onClick={() => setPeriod(one)}
              title={PERIOD_WORDS[one]}
            >
              {one}
            </button>
          ))}
        </fieldset>
      </figcaption>
      {table && (
        <DataTable
          caption={t('chart.table', { day: showDay(start) })}
          heads={[t('chart.day'), ...lines.map(({ label }) => label)]}
          rows={monthEnds(first.points.map(({ x }) => x)).map((one) => [
            showDay(one),
            ...lines.map((line) => showPercent(valueOn(line, one), 1)),
          ])}
        />
      )}
    </figure>
  );
}

/** "IWM +18.4%" */
function changeOf(line: Line, day: Day): string {
  return t('chart.value', { label: line.label, change: showPercent(valueOn(line, day), 1) });
}
