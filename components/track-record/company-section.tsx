import { useMemo, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { parseDay } from '../../lib/market/day';
import type { CompanyStudy, Fifths } from '../../lib/track-record/schema';
import { findingOf, intervalWords, monthsWords } from '../../lib/track-record/words';
import { DataTable } from '../data-table';
import { showCount, showDay, showList, showShare, showSigned } from '../format';
import { ChoiceOfWindow } from './choice-of-window';
import { IntervalPlot } from './interval-plot';
import { LineFigure } from './line-figure';

const NAMES = [
  t('record.fifth.lowest'),
  t('record.fifth.second'),
  t('record.fifth.third'),
  t('record.fifth.fourth'),
  t('record.fifth.highest'),
];

/** Stocks in fifths by the price half of their fit, and what followed. */
export function CompanySection({ study }: { study: CompanyStudy }) {
  const horizons = study.followed.map(({ horizon }) => horizon);
  const [horizon, setHorizon] = useState(horizons[0]!);
  const window = monthsWords(horizon);
  const of = (all: readonly Fifths[]) => all.find((one) => one.horizon === horizon)!;
  const followed = of(study.followed);
  const summed = useMemo(() => {
    let sum = 0;
    return [
      {
        label: t('record.monthlyLine'),
        base: 1,
        points: study.monthly.map(({ day, spread }) => {
          sum += spread;
          return { x: parseDay(day), y: sum };
        }),
      },
    ];
  }, [study]);
  const rows = followed.fifths.map((estimate, i) => ({
    label: NAMES[i]!,
    estimate,
    finding: findingOf(estimate, true),
  }));
  const factors = study.factors.map(({ title, followed: all }) => {
    const { spread, months } = of(all);
    return {
      label: title,
      estimate: spread,
      finding: findingOf(spread, true),
      note: monthsWords(months),
      months,
    };
  });
  return (
    <>
      <p>
        {t('record.companiesIntro', {
          from: showDay(parseDay(study.from)),
          to: showDay(parseDay(study.to)),
          stocks: showCount(study.stocks),
        })}
      </p>
      <ChoiceOfWindow
        horizons={horizons}
        chosen={horizon}
        label={t('record.windowCompanies')}
        onChoose={setHorizon}
      />
      <h3>{t('record.byFit')}</h3>
      <IntervalPlot
        title={t('record.byFitFigure', { window })}
        rows={rows}
        unit={t('record.byFitUnit', { window })}
      />
      <DataTable
        caption={t('record.byFitFigure', { window })}
        heads={[t('record.fifthHead'), t('record.mean'), t('record.intervalHead')]}
        rows={[...rows, { label: t('record.spread'), estimate: followed.spread }].map(
          ({ label, estimate }) => [label, showSigned(estimate.value ?? 0), intervalWords(estimate)],
        )}
      />
      <p>
        {t('record.spreadSentence', {
          value: showSigned(followed.spread.value ?? 0),
          interval: intervalWords(followed.spread),
          ahead: showShare(followed.consistency.value ?? 0),
          turnover: showShare(study.turnover),
        })}
      </p>
      <h3>{t('record.monthly')}</h3>
      <LineFigure
        title={t('record.monthlyFigure')}
        lines={summed}
        mark={0}
        unit={t('record.monthlyUnit')}
        format={points}
      />
      <DataTable
        caption={t('record.monthlyTable')}
        heads={[t('record.monthEnd'), t('record.points')]}
        rows={study.monthly.map(({ day, spread }) => [showDay(parseDay(day)), showSigned(spread)])}
      />
      <h3>{t('record.byFactor')}</h3>
      <IntervalPlot
        title={t('record.byFactorFigure', { window })}
        rows={factors}
        unit={t('record.byFactorUnit', { window })}
      />
      <DataTable
        caption={t('record.byFactorFigure', { window })}
        heads={[t('record.factor'), t('record.monthsHead'), t('record.points'), t('record.intervalHead')]}
        rows={factors.map(({ label, months, estimate }) => [
          label,
          showCount(months),
          showSigned(estimate.value ?? 0),
          intervalWords(estimate),
        ])}
      />
      <p class="mute small">
        {t('record.left', {
          left: showCount(study.left),
          failed: showCount(study.failed),
          spreads: showList(study.treatments.slice(1).map(({ spread }) => showSigned(spread.value ?? 0))),
        })}
      </p>
    </>
  );
}

const points = (value: number) => showSigned(value, 0);
