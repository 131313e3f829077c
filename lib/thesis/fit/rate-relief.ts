import { linearRegression, sampleCorrelation } from 'simple-statistics';
import { credit, type Factor, unknown } from '../evidence';
import { ownCloses } from '../own-close';
import { ramp } from '../ramp';
import { between, MIN_WEEKS, pairWeeks, remembered } from '../weekly';
import { plain, signed } from '../words';

/** Correlation with the yield: 0.2, two standard errors over two years of weeks, is clear either way. */
const strengthOf = ramp([-0.2, 1], [0.2, 0]);

/** The slope is told for a tenth of a percentage point, a usual weekly move of the yield. */
const STEP = 0.1;

export const rateRelief: Factor = {
  id: 'rate-relief',
  title: 'Rate relief',
  claim: 'Does it tend to gain in weeks in which the 2-year Treasury yield falls?',
  ramps: { 'correlation with the yield': strengthOf },
  read(company, market) {
    const own = ownCloses(company, market);
    if ('missing' in own) return own.missing;
    const yields = market.vintages('DGS2')[0];
    if (!yields) return unknown('No 2-year yield is known on this day.');
    const yieldMove = market.derive('weekly moves of the 2-year yield', () =>
      remembered((from, to) => {
        const pair = between(yields, from, to);
        return pair && pair[1] - pair[0];
      }),
    );
    const { returns, moves, until } = pairWeeks(own.history, yieldMove);
    if (returns.length < MIN_WEEKS) {
      return unknown(
        `There are ${returns.length} weeks of this stock beside the 2-year yield; ${MIN_WEEKS} are needed.`,
      );
    }
    const correlation = sampleCorrelation(moves, returns);
    const slope = linearRegression(moves.map((move, i) => [move, returns[i]!])).m;
    // A price or a yield that never moves has no correlation.
    if (!Number.isFinite(correlation)) return unknown('This stock did not move in the weeks that are known.');
    const returnPctPerTenth = slope * STEP * 100;
    return {
      measure: { returnPctPer10BasisPoints: returnPctPerTenth, correlation, weeks: returns.length },
      strength: strengthOf(correlation),
      short: `β ${signed(returnPctPerTenth)}`,
      explanation: `In weeks in which the 2-year yield fell by 0.10 point it ${returnPctPerTenth <= 0 ? 'gained' : 'lost'} ${plain(Math.abs(returnPctPerTenth))}% on average (${returns.length} weeks, correlation ${plain(correlation, 2)}).`,
      asOf: until,
      ...credit(own.history.provenance, market.source('DGS2')),
    };
  },
};
