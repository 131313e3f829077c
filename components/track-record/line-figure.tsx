import { useMemo } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { Line } from '../chart-data';
import { showDay, showList, showPercent } from '../format';
import { look } from '../sidepanel/state';
import { useLineChart } from '../use-line-chart';

interface Props {
  /** What is shown, for a reader who does not see it. */
  title: string;
  lines: Line[];
  /** Unit of the axis, e.g. "percent since the start". */
  unit: string;
  /** A level worth a line. */
  mark?: number;
  format?: (value: number) => string;
  height?: number;
}

const WAYS = ['chart-first', 'chart-other', 'chart-other chart-dashed'];

/** Lines over time with their last values; the same figures stand in a table beside it. */
export function LineFigure({ title, lines, unit, mark, format = showPercent, height = 150 }: Props) {
  const style = useMemo(() => ({ mark, format }), [mark, format]);
  const { frame, canvas, failure } = useLineChart(lines, style, look.value, height);
  const [first] = lines;
  if (!first) return null;
  const [from, to] = [first.points[0]!.x, first.points.at(-1)!.x];
  const last = ({ label, points }: Line) => t('chart.change', { label, change: format(points.at(-1)!.y) });
  return (
    <figure class="chart">
      <div class="chart-frame" ref={frame} style={{ height: `${height}px` }}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={t('chart.figureSummary', {
            title,
            from: showDay(from),
            to: showDay(to),
            changes: showList(lines.map(last)),
            unit,
          })}
        />
        {failure && <p class="mute">{failure}</p>}
      </div>
      <figcaption class="chart-legend">
        <span class="chart-values" aria-hidden="true">
          {lines.map((line, i) => (
            <span key={line.label} class={WAYS[i]}>
              {last(line)}
            </span>
          ))}
        </span>
        <span class="mute">{unit}</span>
      </figcaption>
    </figure>
  );
}
