import type { Factor } from '../evidence';
import { pullbackLow } from '../pullback';
import { ramp } from '../ramp';
import { upTo } from '../series';
import { againstIwm } from './against-iwm';

/** Percentage points: one stock swings about four times as wide as the index, whose claim runs from −5 to 5. */
const strengthOf = ramp([-20, 0], [20, 1]);

export const againstIwmLow: Factor = {
  id: 'against-iwm-low',
  title: 'Against the index since its low',
  claim: "Did it beat the Russell 2000 fund since that fund's last pullback low?",
  read: (company, market) =>
    againstIwm(
      company,
      market,
      (now) => pullbackLow(upTo(market.prices('IWM'), now.day))?.day,
      strengthOf,
      (start) => `Since the fund's pullback low (${start})`,
    ),
};
