import { t } from '../../i18n';
import type { Factor } from '../evidence';
import { againstIwm, LEAD_RAMP, leadOverHalfYear } from './against-iwm';

const SIX_MONTHS = 182;

export const againstIwm6m: Factor = {
  id: 'against-iwm-6m',
  title: t('thesis.againstIwm6m.title'),
  claim: t('thesis.againstIwm6m.claim'),
  ramps: { [LEAD_RAMP]: leadOverHalfYear },
  read: (company, market) => againstIwm(company, market, (now) => now.day - SIX_MONTHS, 'sixMonths'),
};
