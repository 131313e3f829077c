import { changePct } from './series';

/** How earnings went from one period to the same a year later. */
export type ProfitTurn =
  | 'growth'
  | 'profit after loss'
  | 'smaller loss'
  | 'deeper loss'
  | 'loss after profit';

/** A change that starts or ends in a loss has no rate of growth, only a direction. */
export function profitTurn(now: number, before: number): { turn: ProfitTurn; growthPct: number | null } {
  if (before > 0 && now > 0) return { turn: 'growth', growthPct: changePct(before, now) };
  if (now > 0) return { turn: 'profit after loss', growthPct: null };
  if (before > 0) return { turn: 'loss after profit', growthPct: null };
  return { turn: now > before ? 'smaller loss' : 'deeper loss', growthPct: null };
}

/** Where the words for each turn stand. */
export const TURN_WORDS = {
  growth: 'thesis.turn.growth',
  'profit after loss': 'thesis.turn.profitAfterLoss',
  'smaller loss': 'thesis.turn.smallerLoss',
  'deeper loss': 'thesis.turn.deeperLoss',
  'loss after profit': 'thesis.turn.lossAfterProfit',
} as const satisfies Record<ProfitTurn, string>;

/** Strength of each turn that has no rate: back to profit is full growth, a smaller loss is neither, else none. */
export const TURN_STRENGTH: Record<Exclude<ProfitTurn, 'growth'>, number> = {
  'profit after loss': 1,
  'smaller loss': 0.5,
  'deeper loss': 0,
  'loss after profit': 0,
};
