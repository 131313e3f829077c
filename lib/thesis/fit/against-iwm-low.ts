import type { Factor } from '../evidence';
import { pullbackLow } from '../pullback';
import { upTo } from '../series';
import { againstIwm, leadOverHalfYear } from './against-iwm';

export const againstIwmLow: Factor = {
  id: 'against-iwm-low',
  title: 'Against the index since its low',
  claim: "Did it beat the Russell 2000 fund since that fund's last pullback low?",
  ramps: { 'points ahead over half a year, the ramp of both factors against the index': leadOverHalfYear },
  read: (company, market) =>
    againstIwm(
      company,
      market,
      ({ day }) =>
        market.derive(`pullback low on ${day}`, () => pullbackLow(upTo(market.prices('IWM'), day)))?.day,
      (start) => `Since the fund's pullback low (${start})`,
    ),
};
