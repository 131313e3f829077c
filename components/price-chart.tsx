import { useMemo, useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import type { ChartSeries } from '../lib/messages';
import {
  type Line,
  PERIOD_LABELS,
  PERIOD_WORDS,
  PERIODS,
  type Period,
  rebase,
  tableOf,
  valueOn,
} from './chart-data';
import { Chips } from './chips';
import { DataTable } from './data-table';
import { showDay, showList, showPercent } from './format';
import { useLineChart } from './use-line-chart';

interface Props {
  /** Closes in US dollars; the first is the one in question, the others are what it is compared with. */
  series: ChartSeries[];
  /** How many of them, from the first on, stand beside each other as equals. */
  equals?: number;
  /** A level of the first series worth a line, US dollars, e.g. its record close. */
  mark?: { value: number; label: string };
  /** Redraws when it changes: the colors come from the page's tokens. */
  theme?: string;
  height?: number;
  /** Shown first. */
  initial?: Period;
}

/** Change in percent over a period that can be switched, with a reading under the pointer, and as a table. */
export function PriceChart({ series, equals = 0, mark, theme, height = 132, initial = '1Y' }: Props) {
  const [period, setPeriod] = useState<Period>(initial);
  const [day, setDay] = useState<number | null>(null);
  const lines = useMemo(() => rebase(series, period), [series, period]);
  const markY = mark && lines[0] ? (mark.value / lines[0].base - 1) * 100 : undefined;
  const style = useMemo(() => ({ mark: markY, equals }), [markY, equals]);
  const { frame, canvas, chart, failure } = useLineChart(lines, style, theme, height);

  if (!lines.length) return <p class="mute">{t('chart.noHistory')}</p>;
  const first = lines[0]!;
  const last = first.points.at(-1)!.x;
  const at = day ?? last;
  const changeOf = (line: Line, on: number) =>
    t('chart.change', { label: line.label, change: showPercent(valueOn(line, on), 1) });
  const said = {
    period: PERIOD_WORDS[period],
    from: showDay(first.points[0]!.x),
    to: showDay(last),
    changes: showList(lines.map((line) => changeOf(line, last))),
  };

  const read = (event: PointerEvent) => {
    const x = chart.current?.scales.x;
    const value = x?.getValueForPixel(event.offsetX);
    if (value === undefined) return;
    const nearest = Math.min(last, Math.max(first.points[0]!.x, Math.round(value)));
    setDay(first.points.findLast((point) => point.x <= nearest)?.x ?? last);
  };
  const cursor = day === null ? undefined : chart.current?.scales.x?.getPixelForValue(day);
  const wayOf = (i: number) =>
    i < equals ? `chart-equal chart-line-${i + 1}` : i > 0 ? 'chart-other' : 'chart-first';

  return (
    <figure class="chart">
      <div class="chart-frame" ref={frame} style={{ height: `${height}px` }}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={
            mark ? t('chart.summaryMarked', { ...said, mark: mark.label }) : t('chart.summary', said)
          }
          onPointerMove={read}
          onPointerLeave={() => setDay(null)}
        />
        {cursor !== undefined && <i class="chart-cursor" style={{ left: `${cursor}px` }} />}
        {failure && <p class="mute">{failure}</p>}
      </div>
      <figcaption>
        <div class="chart-legend">
          <span class="chart-values" aria-hidden="true">
            {lines.map((line, i) => (
              <span key={line.label} class={wayOf(i)}>
                {changeOf(line, at)}
              </span>
            ))}
            {day !== null && <span class="mute">{showDay(day)}</span>}
            {day === null && mark && <span class="mute">┄ {mark.label}</span>}
          </span>
          <Chips
            class="chart-periods"
            label={t('chart.period')}
            chips={(Object.keys(PERIODS) as Period[]).map((value) => ({
              value,
              words: PERIOD_LABELS[value],
              title: PERIOD_WORDS[value],
            }))}
            chosen={period}
            onChoose={setPeriod}
          />
        </div>
        <p class="chart-unit mute">{t('chart.unit')}</p>
        <DataTable
          caption={t('chart.tableCaption', { from: said.from })}
          heads={[t('chart.day'), ...lines.map(({ label }) => label)]}
          rows={tableOf(lines, period).map(({ day: on, changes }) => [
            showDay(on),
            ...changes.map((change) => showPercent(change, 1)),
          ])}
        />
      </figcaption>
    </figure>
  );
}
