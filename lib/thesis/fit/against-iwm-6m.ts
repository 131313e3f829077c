import type { Factor } from '../evidence';
import { ramp } from '../ramp';
import { againstIwm } from './against-iwm';

/** Percentage points over half a year: level with the index is neither, 30 is about one usual swing of a small cap. */
const strengthOf = ramp([-30, 0], [30, 1]);

const SIX_MONTHS = 182;

export const againstIwm6m: Factor = {
  id: 'against-iwm-6m',
  title: 'Against the index over 6 months',
  claim: 'Did it beat the Russell 2000 fund over the last six months?',
  read: (company, market) =>
    againstIwm(
      company,
      market,
      (now) => now.day - SIX_MONTHS,
      strengthOf,
      (start) => `Over six months (from ${start})`,
    ),
};
