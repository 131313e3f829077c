import { t } from './i18n';
import type { SignalId } from './thesis/types';

/** Each signal as it is called inside a sentence. */
export const SIGNAL_NAMES: Record<SignalId, string> = {
  'lag-streak': t('case.name.lagStreak'),
  'relative-strength': t('case.name.relativeStrength'),
  breakout: t('case.name.breakout'),
  'rate-cuts': t('case.name.rateCuts'),
  'labor-cooling': t('case.name.laborCooling'),
  'inflation-path': t('case.name.inflationPath'),
  'growth-floor': t('case.name.growthFloor'),
  'margin-gap': t('case.name.marginGap'),
  'earnings-growth-gap': t('case.name.earningsGrowthGap'),
  'ai-exposure': t('case.name.aiExposure'),
  valuation: t('case.name.valuation'),
};
