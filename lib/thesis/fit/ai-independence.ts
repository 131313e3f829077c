import { mean, sampleCorrelation } from 'simple-statistics';
import { t } from '../../i18n';
import { credit, type Factor, unknown } from '../evidence';
import { ownCloses } from '../own-close';
import { ramp } from '../ramp';
import { weightedMean } from '../score';
import { between, MIN_WEEKS, pairWeeks, remembered } from '../weekly';
import { plain, sentences } from '../words';

/** Correlation with the basket: none is independent; 0.5 is that of the Russell 2000 fund, no refuge in one stock. */
const correlationStrength = ramp([0, 1], [0.5, 0]);

/** Industries, in the words of the Nasdaq screener, that build or fill data centers. */
const BUILDS_AI =
  /semiconductor|computer manufacturing|computer peripheral|computer communications|electronic components|electrical products/i;
/** Industries whose sales depend on the same spending in part. */
const SELLS_SOFTWARE = /software|data processing|EDP services/i;

/** What moved together says more than what an industry is called. */
const CORRELATION_WEIGHT = 2;

export const aiIndependence: Factor = {
  id: 'ai-independence',
  title: t('thesis.aiIndependence.title'),
  claim: t('thesis.aiIndependence.claim'),
  ramps: { [t('thesis.aiIndependence.ramp')]: correlationStrength },
  read(company, market, { aiNames }) {
    const own = ownCloses(company, market);
    const basketReturn = market.derive(`weekly returns of ${aiNames}`, () => {
      const basket = market.aiBasket(aiNames);
      return remembered((from, to) => {
        const returns = basket.flatMap((series) => {
          const pair = between(series, from, to);
          return pair ? [pair[1] / pair[0] - 1] : [];
        });
        return returns.length > 0 ? mean(returns) : undefined;
      });
    });
    const pairs = 'missing' in own ? undefined : pairWeeks(own.history, basketReturn);
    const value =
      pairs && pairs.returns.length >= MIN_WEEKS ? sampleCorrelation(pairs.moves, pairs.returns) : Number.NaN;
    const correlation = Number.isFinite(value) ? value : null;
    const industry = company.listing?.industry ?? null;
    const industryStrength =
      industry === null ? null : BUILDS_AI.test(industry) ? 0 : SELLS_SOFTWARE.test(industry) ? 0.5 : 1;
    const measure = { correlation, weeks: pairs?.returns.length ?? 0, industry };
    if (correlation === null && industryStrength === null) {
      return unknown(
        () =>
          'missing' in own
            ? own.missing.explanation
            : t('thesis.aiIndependence.nothing', { weeks: MIN_WEEKS }),
        measure,
      );
    }

    const { strength } = weightedMean([
      {
        strength: correlation === null ? null : correlationStrength(correlation),
        weight: CORRELATION_WEIGHT,
      },
      { strength: industryStrength, weight: 1 },
    ]);
    return {
      measure,
      strength,
      get short() {
        if (correlation !== null)
          return t('thesis.aiIndependence.correlation', { value: plain(correlation, 2) });
        return industryStrength === 1
          ? t('thesis.aiIndependence.otherIndustry')
          : t('thesis.aiIndependence.aiIndustry');
      },
      get explanation() {
        const said = { industry: industry ?? '' };
        return sentences(
          correlation !== null &&
            t('thesis.aiIndependence.moves', {
              value: plain(correlation, 2),
              weeks: pairs!.returns.length,
            }),
          industryStrength === 0 && t('thesis.aiIndependence.builds', said),
          industryStrength === 0.5 && t('thesis.aiIndependence.partly', said),
          industryStrength === 1 && t('thesis.aiIndependence.apart', said),
        );
      },
      asOf: correlation === null ? (company.listing?.listedOn ?? null) : pairs!.until,
      ...('missing' in own ? { source: 'Nasdaq screener' } : credit(own.history.provenance)),
    };
  },
};
