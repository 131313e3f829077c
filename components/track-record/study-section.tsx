import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
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
import { showCount, showList, showSigned } from '../format';
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
  const signals = study.signals.flatMap(({ title, followed: all }): (IntervalRow & { months: number })[] => {
    const one = all.find((other) => other.horizon === horizon);
    if (!one || one.rank.value === null) return [];
    return [
      {
        label: title,
        estimate: one.rank,
        finding: findingOf(one.rank, isEnough({ months: one.all.months }, horizon)),
        note: monthsWords(one.all.months),
        months: one.all.months,
      },
    ];
  });
  const missing = study.signals.filter(({ title }) => !signals.some(({ label }) => label === title));
  return (
    <>
      <ChoiceOfWindow
        horizons={horizons}
        chosen={horizon}
        label={t('record.windowLabel')}
        onChoose={setHorizon}
      />
      <h3>{t('record.byScore')}</h3>
      <IntervalPlot
        title={t('record.byScoreFigure', { gap, window })}
        rows={bands}
        unit={t('record.byScoreUnit', { gap, window })}
      />
      <DataTable
        caption={t('record.byScoreFigure', { gap, window })}
        heads={[
          t('record.score'),
          t('record.monthsHead'),
          t('record.stretches'),
          t('record.mean'),
          t('record.intervalHead'),
          t('record.aheadHead'),
          t('record.readingHead'),
        ]}
        rows={bands.map(({ label, estimate, finding, group }) => [
          label,
          showCount(group.months),
          showCount(group.stretches),
          estimate.value === null ? '–' : showSigned(estimate.value),
          intervalWords(estimate),
          shareWords(group.hit),
          FINDING_WORDS[finding],
        ])}
      />
      <h3>{t('record.bySignal')}</h3>
      <IntervalPlot
        title={t('record.bySignalFigure', { gap, window })}
        rows={signals}
        unit={t('record.bySignalUnit', { window })}
        digits={2}
      />
      {missing.length > 0 && (
        <p class="mute small">
          {t('record.tooLittle', { titles: showList(missing.map(({ title }) => title)) })}
        </p>
      )}
      <DataTable
        caption={t('record.bySignalTable', { gap, window })}
        heads={[
          t('record.signal'),
          t('record.monthsHead'),
          t('record.correlation'),
          t('record.intervalHead'),
          t('record.readingHead'),
        ]}
        rows={signals.map(({ label, months, estimate, finding }) => [
          label,
          showCount(months),
          estimate.value === null ? '–' : showSigned(estimate.value, 2),
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
      label: band === 'all' ? t('record.anyScore') : t('record.scoreBand', { band: BAND_SCORES[band] }),
      estimate: group.mean,
      finding,
      note: finding === 'few' ? FINDING_WORDS.few : monthsWords(group.months),
      group,
    };
  });
}
