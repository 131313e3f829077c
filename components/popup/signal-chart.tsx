import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { list, number } from '../../lib/i18n/format';
import type { Answer } from '../../lib/messages';
import { send } from '../../lib/messaging';
import type { Stretch } from '../../lib/thesis/ramp';
import type { SignalId } from '../../lib/thesis/types';
import { type Line, monthEnds, valueOn } from '../chart-data';
import { Chips } from '../chips';
import { DataTable } from '../data-table';
import { showDay } from '../format';
import { useLineChart } from '../use-line-chart';

type Measure = Answer<'signal-history'>['measures'][number];

const HEIGHT = 120;

/** What a signal measured over the last years, with the levels at which its verdict turns. */
export function SignalChart({ id, theme }: { id: SignalId; theme: string }) {
  const [state, setState] = useState<{ measures?: Measure[]; failure?: string }>({});
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    let gone = false;
    send('signal-history', { id }).then(
      ({ measures }) => gone || setState({ measures }),
      (error: Error) => gone || setState({ failure: error.message }),
    );
    return () => {
      gone = true;
    };
  }, [id]);
  const { measures, failure } = state;
  if (failure !== undefined) return <p role="alert">{failure}</p>;
  if (!measures) return <p class="mute">{t('reading.gauge.reading')}</p>;
  const measure = measures[chosen]!;
  return (
    <>
      {measures.length > 1 && (
        <Chips
          label={t('reading.gauge.choose')}
          chips={measures.map(({ name }, value) => ({ value, words: name }))}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <MeasureChart key={measure.name} measure={measure} theme={theme} />
    </>
  );
}

function MeasureChart({ measure, theme }: { measure: Measure; theme: string }) {
  const { name, supports, against } = measure;
  const lines = useMemo(
    () =>
      measure.lines
        .filter(({ points }) => points.length > 1)
        .map(({ label, points }) => ({
          label,
          base: 0,
          points: points.map(({ day, value }) => ({ x: day, y: value })),
        })),
    [measure],
  );
  const digits = digitsFor(lines);
  const style = useMemo(
    () => ({
      bounds: { supports: endsOf(supports), against: endsOf(against) },
      format: (value: number) => number(value, digits),
    }),
    [supports, against, digits],
  );
  const { frame, canvas, failure } = useLineChart(lines, style, theme, HEIGHT);
  const [first] = lines;
  if (!first) return <p class="mute">{t('reading.gauge.none')}</p>;

  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const newest = (line: Line) => number(line.points.at(-1)!.y, digits + 1);
  const named = lines.map((line) =>
    lines.length > 1 ? t('chart.change', { label: line.label, change: newest(line) }) : newest(line),
  );
  const bands = list([
    ...(supports.length ? [t('reading.gauge.supports', { ranges: rangesOf(supports) })] : []),
    ...(against.length ? [t('reading.gauge.against', { ranges: rangesOf(against) })] : []),
  ]);
  const summary = t('reading.gauge.summary', {
    name,
    from: showDay(days[0]!),
    to: showDay(days.at(-1)!),
    value: list(named),
    bands,
  });
  return (
    <figure class="chart">
      <div class="chart-frame" ref={frame} style={{ height: `${HEIGHT}px` }}>
        <canvas ref={canvas} role="img" aria-label={summary} />
        {failure && <p class="mute">{failure}</p>}
      </div>
      <figcaption class="gauge">
        {lines.length > 1 ? (
          lines.map((line, i) => (
            <span key={line.label} class={i === 0 ? 'chart-first' : 'chart-other'}>
              {named[i]}
            </span>
          ))
        ) : (
          <span class="chart-first">{t('chart.change', { label: name, change: named[0]! })}</span>
        )}
        {supports.length > 0 && (
          <span data-verdict="supports">{t('reading.gauge.supports', { ranges: rangesOf(supports) })}</span>
        )}
        {against.length > 0 && (
          <span data-verdict="against">{t('reading.gauge.against', { ranges: rangesOf(against) })}</span>
        )}
      </figcaption>
      <DataTable
        caption={t('reading.gauge.table', { name })}
        heads={[t('chart.day'), ...lines.map(({ label }) => label)]}
        rows={monthEnds(days).map((day) => [
          showDay(day),
          ...lines.map((line) => (line.points[0]!.x > day ? '–' : number(valueOn(line, day), digits + 1))),
        ])}
      />
    </figure>
  );
}

/** The ends of stretches, as levels to draw. */
const endsOf = (stretches: readonly Stretch[]): number[] =>
  stretches.flatMap(({ from, to }) => [from, to].filter((end) => end !== null));

/** "−4 and up", "up to 0.08, 0.44 and up" */
function rangesOf(stretches: readonly Stretch[]): string {
  const short = (value: number) => {
    const rounded = Number(value.toFixed(2));
    return number(rounded, String(rounded).split('.')[1]?.length ?? 0);
  };
  return list(
    stretches.map(({ from, to }) =>
      from === null
        ? t('reading.gauge.upTo', { high: short(to ?? 0) })
        : to === null
          ? t('reading.gauge.from', { low: short(from) })
          : t('reading.gauge.between', { low: short(from), high: short(to) }),
    ),
  );
}

/** Digits after the point that tell the values of an axis apart. */
function digitsFor(lines: readonly Line[]): number {
  const values = lines.flatMap(({ points }) => points.map(({ y }) => y));
  const range = Math.max(...values) - Math.min(...values);
  return range >= 8 || range === 0 ? 0 : range >= 0.8 ? 1 : 2;
}
