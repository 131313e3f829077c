import type { Factor } from '../evidence';
import { againstIwm, leadOverHalfYear } from './against-iwm';

const SIX_MONTHS = 182;

export const againstIwm6m: Factor = {
  id: 'against-iwm-6m',
  title: 'Against the index over 6 months',
  claim: 'Did it beat the Russell 2000 fund over the last six months?',
  ramps: { 'points ahead over half a year, the ramp of both factors against the index': leadOverHalfYear },
  read: (company, market) =>
    againstIwm(
      company,
      market,
      (now) => now.day - SIX_MONTHS,
      (start) => `Over six months (from ${start})`,
    ),
};
