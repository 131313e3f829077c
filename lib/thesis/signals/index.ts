import type { Signal } from '../evidence';
import { aiExposure } from './ai-exposure';
import { breakout } from './breakout';
import { earningsGrowthGap } from './earnings-growth-gap';
import { growthFloor } from './growth-floor';
import { inflationPath } from './inflation-path';
import { laborCooling } from './labor-cooling';
import { lagStreak } from './lag-streak';
import { marginGap } from './margin-gap';
import { rateCuts } from './rate-cuts';
import { relativeStrength } from './relative-strength';
import { valuation } from './valuation';

/** Every signal of the thesis, in the order in which the article argues. */
export const SIGNALS: Signal[] = [
  lagStreak,
  relativeStrength,
  breakout,
  rateCuts,
  laborCooling,
  inflationPath,
  growthFloor,
  marginGap,
  earningsGrowthGap,
  aiExposure,
  valuation,
];
