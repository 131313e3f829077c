import type { ComponentChild } from 'preact';
import { type SortKey, verdictOfScore } from '../../lib/board/query';
import type { BoardFactor, BoardRow } from '../../lib/board/types';
import { t } from '../../lib/i18n';
import type { FactorId } from '../../lib/thesis/types';
import { showScore, VERDICTS } from '../../lib/verdicts';
import { showNumber, showPrice, showUsd } from '../format';
import { ScorePill } from '../score-pill';
import { Unseen } from '../unseen';

export interface Column {
  key: 'watch' | 'compare' | SortKey;
  /** Name in full. */
  title: string;
  /** The same where there is little room. */
  short: string;
  /** A width of CSS grid. */
  width: string;
  sort?: SortKey;
  /** What stands in the cell; the columns with controls draw themselves. */
  cell?: (row: BoardRow) => ComponentChild;
  /** Figures stand to the end. */
  end?: boolean;
}

const SHORT_FACTORS: Record<FactorId, string> = {
  'small-cap': t('board.factor.smallCap'),
  'own-high': t('board.factor.ownHigh'),
  'against-iwm-low': t('board.factor.againstLow'),
  'against-iwm-6m': t('board.factor.againstHalfYear'),
  'rate-relief': t('board.factor.rates'),
  'ai-independence': t('board.factor.ai'),
  'earnings-growth': t('board.factor.growth'),
  'margin-trend': t('board.factor.margin'),
  multiple: t('board.factor.multiple'),
  profitable: t('board.factor.profit'),
};

const dash = <span class="mute">–</span>;

const watch: Column = { key: 'watch', title: t('board.watch'), short: '', width: '30px' };
const compare: Column = { key: 'compare', title: t('board.compareColumn'), short: '', width: '30px' };
const company: Column = {
  key: 'name',
  title: t('board.company'),
  short: t('board.company'),
  width: 'minmax(104px, 1fr)',
  sort: 'name',
};
const score: Column = {
  key: 'score',
  title: t('board.score'),
  short: t('board.score'),
  width: '62px',
  sort: 'score',
  end: true,
  cell: (row) =>
    row.score === undefined ? (
      <Pending />
    ) : (
      <ScorePill score={row.score} verdict={verdictOfScore(row.score)} />
    ),
};
const fit: Column = {
  key: 'fit',
  title: t('board.fit'),
  short: t('board.fit'),
  width: '48px',
  sort: 'fit',
  end: true,
  cell: ({ fit: own }) => (own === undefined ? <Pending /> : showScore(own)),
};
const sector: Column = {
  key: 'sector',
  title: t('board.sector'),
  short: t('board.sector'),
  width: 'minmax(90px, 0.6fr)',
  sort: 'sector',
  cell: (row) => row.sector ?? dash,
};
const cap: Column = {
  key: 'capUsd',
  title: t('board.capWhole'),
  short: t('board.cap'),
  width: '80px',
  sort: 'capUsd',
  end: true,
  cell: ({ capUsd }) => (capUsd === undefined ? dash : showUsd(capUsd)),
};
const close: Column = {
  key: 'closeUsd',
  title: t('board.closeWhole'),
  short: t('board.close'),
  width: '76px',
  sort: 'closeUsd',
  end: true,
  cell: ({ closeUsd }) => (closeUsd === undefined ? dash : showPrice(closeUsd)),
};

const factorColumn = ({ id, title }: BoardFactor, at: number): Column => ({
  key: id,
  title,
  short: SHORT_FACTORS[id],
  width: '56px',
  sort: id,
  end: true,
  cell: (row) => (row.factors ? <Strength strength={row.factors[at] ?? null} /> : <Pending />),
});

function Strength({ strength }: { strength: number | null }) {
  const { shape, word } = VERDICTS[verdictOfScore(strength)];
  return (
    <span class="strength" data-verdict={verdictOfScore(strength)}>
      <span class="shape" aria-hidden="true">
        {shape}
      </span>
      <Unseen>{word} </Unseen>
      {strength !== null && <span class="strength-number">{showNumber(Math.floor(strength), 0)}</span>}
    </span>
  );
}

const Pending = () => (
  <span class="mute">
    <span aria-hidden="true">…</span>
    <Unseen>{t('board.pending')}</Unseen>
  </span>
);

/** Widths of the list from which further columns have room, CSS pixels. */
const WIDE = 560;
const FULL = 1120;
const WIDEST = 1280;

/** What there is room for; what the list is sorted by is always there. */
export function columnsFor(width: number, sortedBy: SortKey, factors: readonly BoardFactor[]): Column[] {
  const all = allColumns(factors);
  const own = [watch, compare, company, score];
  const figures = factors.map(factorColumn);
  const more =
    width < WIDE
      ? []
      : width < FULL
        ? [fit, sector, cap, close]
        : width < WIDEST
          ? [fit, sector, cap, ...figures]
          : [fit, sector, cap, close, ...figures];
  const columns = [...own, ...more];
  if (columns.some(({ sort }) => sort === sortedBy) || sortedBy === 'ticker') {
    return width < WIDE ? [...columns, cap] : columns;
  }
  return [...columns, all.find(({ sort }) => sort === sortedBy)!];
}

/** Everything that the list can be sorted by, in the order of the columns. */
export function allColumns(factors: readonly BoardFactor[]): Column[] {
  return [company, score, fit, sector, cap, close, ...factors.map(factorColumn)];
}

/** Words first from A, figures first from the highest. */
export const isText = (by: SortKey) => by === 'name' || by === 'ticker' || by === 'sector';
