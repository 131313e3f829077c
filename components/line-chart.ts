import { Chart, LinearScale, LineController, LineElement, PointElement } from 'chart.js';
import { dateTicks, type Line } from './chart-data';
import { showPercent } from './format';

Chart.register(LineController, LineElement, PointElement, LinearScale);

/** Of lines that stand beside each other, so that no one needs to tell colors apart. */
const DASHES = [[], [7, 3], [2, 3], [9, 3, 2, 3]];

export interface LineStyle {
  /** A level worth a line across the chart. */
  mark?: number;
  /** How many lines, from the first on, stand beside each other: each has its own color and dashes. */
  equals?: number;
  /** Levels at which a verdict begins or ends, in the color of that verdict. */
  bounds?: { supports: number[]; against: number[] };
  /** How values are written at the axis; percent of change by default. */
  format?: (value: number) => string;
}

/**
 * Draws the lines on a canvas: the first strong, the others behind it, the third and later ones dashed.
 * Colors come from the canvas's own tokens.
 */
export function drawLines(
  canvas: HTMLCanvasElement,
  lines: Line[],
  { mark, bounds, equals = 0, format = showPercent }: LineStyle = {},
): Chart {
  const style = getComputedStyle(canvas);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const from = Math.min(...lines.map(({ points }) => points[0]!.x));
  const to = Math.max(...lines.map(({ points }) => points.at(-1)!.x));
  const font = { family: token('--font'), size: 12 };
  const levels = [
    ...(mark === undefined ? [] : [{ at: mark, color: token('--mute') }]),
    ...(bounds?.supports ?? []).map((at) => ({ at, color: token('--for') })),
    ...(bounds?.against ?? []).map((at) => ({ at, color: token('--against') })),
  ];
  const marks = levels.map(({ at, color }) => ({
    data: [
      { x: from, y: at },
      { x: to, y: at },
    ],
    borderColor: color,
    borderWidth: 1,
    borderDash: [4, 3],
  }));
  return new Chart(canvas, {
    type: 'line',
    data: {
      datasets: [
        ...lines.map(({ points }, i) => ({
          data: points,
          borderColor: token(i < equals ? `--line-${i + 1}` : i === 0 ? '--stock' : '--index'),
          borderWidth: i === 0 || i < equals ? 2 : 1.5,
          borderDash: i < equals ? DASHES[i] : equals === 0 && i > 1 ? [4, 3] : [],
          order: i,
          pointRadius: points.map((_, at) => (i === 0 && equals === 0 && at === points.length - 1 ? 3 : 0)),
          pointBackgroundColor: token('--stock'),
        })),
        ...marks,
      ],
    },
    options: {
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      events: [],
      normalized: true,
      parsing: false,
      elements: { point: { radius: 0 }, line: { borderJoinStyle: 'round' } },
      clip: false,
      layout: { padding: { top: 6, right: 4 } },
      scales: {
        x: {
          type: 'linear',
          min: from,
          max: to,
          grid: { display: false },
          border: { color: token('--line') },
          afterBuildTicks: (axis) => {
            axis.ticks = dateTicks(from, to);
          },
          ticks: {
            color: token('--mute'),
            font,
            maxRotation: 0,
            callback: (value) => dateTicks(from, to).find((tick) => tick.value === value)?.label ?? '',
          },
        },
        y: {
          type: 'linear',
          position: 'right',
          border: { display: false },
          grid: { color: token('--line') },
          ticks: {
            color: token('--mute'),
            font,
            maxTicksLimit: 5,
            callback: (value) => format(Number(value)),
          },
        },
      },
    },
  });
}
