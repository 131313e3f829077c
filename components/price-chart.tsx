import { useMemo, useState } from 'preact/hooks';
import type { ChartSeries } from '../lib/messages';
import { PERIOD_WORDS, PERIODS, type Period, rebase, valueOn } from './chart-data';
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
}

/** Change in percent over a period that can be switched, with a reading under the pointer. */
export function PriceChart({ series, mark, theme, height = 132 }: Props) {
  const [period, setPeriod] = useState<Period>('1Y');
  const [day, setDay] = useState<number | null>(null);
  const lines = useMemo(() => rebase(series, period), [series, period]);
  const markY = mark && lines[0] ? (mark.value / lines[0].base - 1) * 100 : undefined;
  const style = useMemo(() => ({ mark: markY }), [markY]);
  const { frame, canvas, chart, failure } = useLineChart(lines, style, theme, height);

  if (!lines.length) return <p class="mute">No price history.</p>;
  const first = lines[0]!;
  const last = first.points.at(-1)!.x;
  const at = day ?? last;
  const summary = `${PERIOD_WORDS[period]} from ${showDay(first.points[0]!.x)} to ${showDay(last)}: ${lines
    .map((line) => `${line.label} ${showPercent(valueOn(line, last), 1)}`)
    .join(', ')}${mark ? `. ${mark.label}` : ''}`;

  const read = (event: PointerEvent) => {
    const x = chart.current?.scales.x;
    const value = x?.getValueForPixel(event.offsetX);
    if (value === undefined) return;
    const nearest = Math.min(last, Math.max(first.points[0]!.x, Math.round(value)));
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
              {line.label} {showPercent(valueOn(line, at), 1)}
            </span>
          ))}
          {day !== null && <span class="mute">{showDay(day)}</span>}
          {day === null && mark && <span class="mute">┄ {mark.label}</span>}
        </span>
        <fieldset class="chart-periods" aria-label="Period">
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
    </figure>
  );
}
