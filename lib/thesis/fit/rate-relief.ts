import { linearRegression, sampleCorrelation } from 'simple-statistics';
import { t } from '../../i18n';
import { credit, type Factor, unknown } from '../evidence';
import { ownCloses } from '../own-close';
import { ramp } from '../ramp';
import { between, MIN_WEEKS, pairWeeks, remembered } from '../weekly';
import { plain, plainPct, signed } from '../words';

/** Correlation with the yield: 0.2, two standard errors over two years of weeks, is clear either way. */
const strengthOf = ramp([-0.2, 1], [0.2, 0]);

/** The slope is told for a tenth of a percentage point, a usual weekly move of the yield. */
const STEP = 0.1;

export const rateRelief: Factor = {
  id: 'rate-relief',
  title: t('thesis.rateRelief.title'),
  claim: t('thesis.rateRelief.claim'),
  ramps: { [t('thesis.rateRelief.ramp')]: strengthOf },
  read(company, market) {
    const own = ownCloses(company, market);
    if ('missing' in own) return own.missing;
    const yields = market.vintages('DGS2')[0];
    if (!yields) return unknown(() => t('thesis.rateRelief.noYield'));
    const yieldMove = market.derive('weekly moves of the 2-year yield', () =>
      remembered((from, to) => {
        const pair = between(yields, from, to);
        return pair && pair[1] - pair[0];
      }),
    );
    const { returns, moves, until } = pairWeeks(own.history, yieldMove);
    if (returns.length < MIN_WEEKS) {
      const weeks = returns.length;
      return unknown(() => t('thesis.rateRelief.fewWeeks', { weeks, needed: MIN_WEEKS }));
    }
    const correlation = sampleCorrelation(moves, returns);
    const slope = linearRegression(moves.map((move, i) => [move, returns[i]!])).m;
    // A price or a yield that never moves has no correlation.
    if (!Number.isFinite(correlation)) return unknown(() => t('thesis.rateRelief.still'));
    const returnPctPerTenth = slope * STEP * 100;
    return {
      measure: { returnPctPer10BasisPoints: returnPctPerTenth, correlation, weeks: returns.length },
      strength: strengthOf(correlation),
      get short() {
        return t('thesis.rateRelief.beta', { value: signed(returnPctPerTenth) });
      },
      get explanation() {
        const said = {
          step: plain(STEP, 2),
          move: plainPct(Math.abs(returnPctPerTenth)),
          weeks: returns.length,
          correlation: plain(correlation, 2),
        };
        return returnPctPerTenth <= 0
          ? t('thesis.rateRelief.gained', said)
          : t('thesis.rateRelief.lost', said);
      },
      asOf: until,
      ...credit(own.history.provenance, market.source('DGS2')),
    };
  },
};
