import type { Chart } from 'chart.js';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import type { Line } from './chart-data';
import type { LineStyle } from './line-chart';

interface LineChart {
  /** The element that gives the canvas its width. */
  frame: RefObject<HTMLDivElement | null>;
  canvas: RefObject<HTMLCanvasElement | null>;
  chart: RefObject<Chart | null>;
  /** Why there is no chart, in the user's words; "" as long as there is one. */
  failure: string;
}

/**
 * Draws lines on a canvas as wide as its frame, anew when they, the theme or the width change. Chart.js
 * loads on first use.
 * @param style to be kept the same object as long as it says the same
 */
export function useLineChart(
  lines: Line[],
  style: LineStyle,
  theme: string | undefined,
  height: number,
): LineChart {
  const [failure, setFailure] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme means new colors
  useEffect(() => {
    if (!lines.length) return;
    let gone = false;
    const draw = async () => {
      try {
        const { drawLines } = await import('./line-chart');
        if (gone || !canvas.current || !frame.current) return;
        chart.current?.destroy();
        canvas.current.width = frame.current.clientWidth;
        canvas.current.height = height;
        chart.current = drawLines(canvas.current, lines, style);
      } catch {
        setFailure(t('chart.failed'));
      }
    };
    draw();
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', draw);
    const resized = new ResizeObserver(() => {
      if (chart.current && frame.current && chart.current.width !== frame.current.clientWidth) {
        chart.current.resize(frame.current.clientWidth, height);
      }
    });
    if (frame.current) resized.observe(frame.current);
    return () => {
      gone = true;
      dark.removeEventListener('change', draw);
      resized.disconnect();
    };
  }, [lines, style, theme, height]);
  useEffect(() => () => chart.current?.destroy(), []);
  return { frame, canvas, chart, failure };
}
