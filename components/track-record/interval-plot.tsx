import { t } from '../../lib/i18n';
import type { Estimate } from '../../lib/track-record/schema';
import { FINDING_WORDS, type Finding, intervalWords } from '../../lib/track-record/words';
import { showSigned } from '../format';
import { Phrase } from '../phrase';
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
  const said = rows.map((row) => words(row, digits)).join('. ');
  return (
    <div class="intervals" role="img" aria-label={t('record.figure', { title, said })}>
      {rows.map(({ label, estimate, finding, note }) => (
        <div key={label} class="interval-row" data-finding={finding}>
          <span class="interval-label">
            {note ? (
              <Phrase
                text={(slots) => t('record.labelled', { label, ...slots })}
                slots={{ note: <span class="mute">{note}</span> }}
              />
            ) : (
              label
            )}
          </span>
          <span class="interval-value">
            <b>{estimate.value === null ? '–' : showSigned(estimate.value, digits)}</b>{' '}
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
            {showSigned(tick, Number.isInteger(tick) ? 0 : 1)}
          </span>
        ))}
      </div>
      <div class="interval-unit mute">{unit}</div>
    </div>
  );
}

/** "Score 60 and up: +1.2, 95% interval −2.0 to +4.8, no evidence either way" */
function words({ label, estimate, finding }: IntervalRow, digits: number): string {
  if (estimate.value === null) return t('record.nothingKnown', { label });
  return t('record.said', {
    label,
    value: showSigned(estimate.value, digits),
    interval: intervalWords(estimate, digits),
    finding: FINDING_WORDS[finding],
  });
}
