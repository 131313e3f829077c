import { t } from '../../i18n';
import type { Factor } from '../evidence';
import { pullbackLow } from '../pullback';
import { upTo } from '../series';
import { againstIwm, LEAD_RAMP, leadOverHalfYear } from './against-iwm';

export const againstIwmLow: Factor = {
  id: 'against-iwm-low',
  title: t('thesis.againstIwmLow.title'),
  claim: t('thesis.againstIwmLow.claim'),
  ramps: { [LEAD_RAMP]: leadOverHalfYear },
  read: (company, market) =>
    againstIwm(
      company,
      market,
      ({ day }) =>
        market.derive(`pullback low on ${day}`, () => pullbackLow(upTo(market.prices('IWM'), day)))?.day,
      'low',
    ),
};
