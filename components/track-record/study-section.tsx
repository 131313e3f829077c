import { useState } from 'preact/hooks';
import { signed } from '../../lib/thesis/words';
import type { Followed, Study } from '../../lib/track-record/schema';
import {
  BAND_SCORES,
  BANDS,
  FINDING_WORDS,
  findingOf,
  intervalWords,
  isEnough,
  monthsWords,
  shareWords,
} from '../../lib/track-record/words';
import { DataTable } from '../data-table';
import { ChoiceOfWindow } from './choice-of-window';
import { IntervalPlot, type IntervalRow } from './interval-plot';

interface Props {
  study: Study;
  /** What the gap is, e.g. "IWM less SPY". */
  gap: string;
}

/** What followed by score, and each signal alone, for one window at a time. */
export function StudySection({ study, gap }: Props) {
  const horizons = study.followed.map(({ horizon }) => horizon);
  const [horizon, setHorizon] = useState(horizons.at(-1)!);
  const followed = study.followed.find((one) => one.horizon === horizon)!;
  const window = monthsWords(horizon);
  const bands = bandRows(followed);
  const signals = study.signals.flatMap(({ title, followed: all }): IntervalRow[] => {
    const one = all.find((other) => other.horizon === horizon);
    if (!one || one.rank.value === null) return [];
    return [
      {
        label: title,
        estimate: one.rank,
        finding: findingOf(one.rank, isEnough({ months: one.all.months }, horizon)),
        note: `${one.all.months} months`,
      },
    ];
  });
  const missing = study.signals.filter(({ title }) => !signals.some(({ label }) => label === title));
  return (
    <>
      <ChoiceOfWindow
        horizons={horizons}
        chosen={horizon}
        label="Window after each month's end"
        onChoose={setHorizon}
      />
      <h3>What followed, by score</h3>
      <IntervalPlot
        title={`${gap} over the next ${window}, by score`}
        rows={bands}
        unit={`${gap}, mean over the next ${window}, percentage points`}
      />
      <DataTable
        caption={`${gap} over the next ${window}, by score`}
        heads={[
          'Score',
          'Months',
          'Stretches',
          'Mean, points',
          '95% interval',
          'Small caps ahead (95%)',
          'Reading',
        ]}
        rows={bands.map(({ label, estimate, finding, group }) => [
          label,
          String(group.months),
          String(group.stretches),
          estimate.value === null ? '–' : signed(estimate.value),
          intervalWords(estimate),
          shareWords(group.hit),
          FINDING_WORDS[finding],
        ])}
      />
      <h3>Each signal alone</h3>
      <IntervalPlot
        title={`Rank correlation of each signal with ${gap} over the next ${window}`}
        rows={signals}
        unit={`rank correlation with the next ${window}: +1 as claimed, −1 the opposite`}
        digits={2}
      />
      {missing.length > 0 && (
        <p class="mute small">Too little history: {missing.map(({ title }) => title).join(', ')}.</p>
      )}
      <DataTable
        caption={`Each signal against ${gap} over the next ${window}`}
        heads={['Signal', 'Months', 'Rank correlation', '95% interval', 'Reading']}
        rows={signals.map(({ label, note, estimate, finding }) => [
          label,
          note!.replace(/ months?$/, ''),
          estimate.value === null ? '–' : signed(estimate.value, 2),
          intervalWords(estimate, 2),
          FINDING_WORDS[finding],
        ])}
      />
    </>
  );
}

function bandRows(followed: Followed) {
  return [...BANDS, 'all' as const].map((band) => {
    const group = followed[band];
    const counted = band === 'all' ? { months: group.months } : group;
    const finding = findingOf(group.mean, isEnough(counted, followed.horizon));
    return {
      label: band === 'all' ? 'Any score' : `Score ${BAND_SCORES[band]}`,
      estimate: group.mean,
      finding,
      note: finding === 'few' ? FINDING_WORDS.few : `${group.months} months`,
      group,
    };
  });
}
