import { plain, signed } from '../../lib/thesis/words';
import type { Estimate } from '../../lib/track-record/schema';
import { FINDING_WORDS, type Finding, intervalWords } from '../../lib/track-record/words';
import { roundTicks } from './ticks';

export interface IntervalRow {
  label: string;
  estimate: Estimate;
  finding: Finding;
  /** What the figure stands on, e.g. "74 months". */
  note?: string;
}

interface Props {
  /** What is shown, for a reader who does not see it. */
  title: string;
  rows: readonly IntervalRow[];
  /** Unit of the axis, e.g. "percentage points". */
  unit: string;
  digits?: number;
}

/** Figures with their 95% intervals on one axis, zero marked. */
export function IntervalPlot({ title, rows, unit, digits = 1 }: Props) {
  const ends = rows.flatMap(({ estimate: { value, low, high } }) =>
    [value, low, high].filter((one) => one !== null),
  );
  const span = Math.max(...ends, 0) - Math.min(...ends, 0) || 1;
  const [from, to] = [Math.min(...ends, 0) - span * 0.04, Math.max(...ends, 0) + span * 0.04];
  const at = (value: number) => `${((value - from) / (to - from)) * 100}%`;
  const said = rows.map(({ label, estimate, finding }) => `${label}: ${words(estimate, finding, digits)}`);
  return (
    <div class="intervals" role="img" aria-label={`${title}. ${said.join('. ')}`}>
      {rows.map(({ label, estimate, finding, note }) => (
        <div key={label} class="interval-row" data-finding={finding}>
          <span class="interval-label">
            {label}
            {note && <span class="mute"> · {note}</span>}
          </span>
          <span class="interval-value">
            <b>{estimate.value === null ? '–' : signed(estimate.value, digits)}</b>{' '}
            <span class="mute">{intervalWords(estimate, digits)}</span>
          </span>
          <span class="interval-line">
            <i class="interval-zero" style={{ left: at(0) }} />
            {estimate.low !== null && estimate.high !== null && (
              <i
                class="interval-bar"
                style={{
                  left: at(estimate.low),
                  width: `${((estimate.high - estimate.low) / (to - from)) * 100}%`,
                }}
              />
            )}
            {estimate.value !== null && <i class="interval-dot" style={{ left: at(estimate.value) }} />}
          </span>
        </div>
      ))}
      <div class="interval-axis mute">
        {roundTicks(from, to).map((tick) => (
          <span key={tick} style={{ left: at(tick) }}>
            {Number.isInteger(tick) ? signed(tick, 0) : signed(tick, 1)}
          </span>
        ))}
      </div>
      <div class="interval-unit mute">{unit}</div>
    </div>
  );
}

/** "+1.2, 95% interval −2.0 to +4.8, no evidence either way" */
function words(estimate: Estimate, finding: Finding, digits: number): string {
  if (estimate.value === null) return 'nothing known';
  return `${estimate.value < 0 ? '' : '+'}${plain(estimate.value, digits)}, 95% interval ${intervalWords(estimate, digits)}, ${FINDING_WORDS[finding]}`;
}
