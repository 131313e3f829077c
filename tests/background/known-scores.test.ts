import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { basisOf, type KnownScores, readScores, writeScores } from '../../lib/background/known-scores';
import { type Dataset, openDataset } from '../../lib/market/dataset';
import { isSmallCap } from '../../lib/market/small-cap';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { backgroundOn, readShipped } from './market';

describe('the scores that come with the extension', () => {
  let dataset: Dataset;
  let file: Uint8Array;
  let known: KnownScores;
  beforeAll(async () => {
    dataset = await openDataset(readShipped);
    file = new TextEncoder().encode(await writeScores(dataset, DEFAULT_OPTIONS));
    known = (await readScores(file))!;
  }, 60_000);

  it('are there for every small cap', async () => {
    const { all } = await dataset.universe();
    const smallCaps = [...all()].filter((company) => isSmallCap(company, DEFAULT_OPTIONS.smallCapUsd));
    expect(Object.keys(known.scores).sort()).toEqual(smallCaps.map(({ symbol }) => symbol).sort());
  });

  it('are those that the cards explain', async () => {
    const { handlers } = backgroundOn();
    for (const ticker of ['EPAC', 'PLUG', 'SHAK', 'CALM']) {
      expect((await handlers.card({ ticker }, {})).report.score).toBe(known.scores[ticker]);
    }
  });

  it('stand on the data and the options, in whatever order these were written', () => {
    const { signalWeights } = DEFAULT_OPTIONS;
    const reversed = Object.fromEntries(Object.entries(signalWeights).reverse()) as typeof signalWeights;
    const basis = (options: Partial<typeof DEFAULT_OPTIONS>) =>
      basisOf(dataset.parts, { ...DEFAULT_OPTIONS, ...options });
    expect(known.basis).toBe(basis({ signalWeights: reversed }));
    expect(known.basis).not.toBe(basis({ thesisShare: 0.5 }));
    expect(known.basis).not.toBe(basis({ signalWeights: { ...signalWeights, breakout: 2 } }));
    expect(known.basis).not.toBe(basis({ aiNames: ['NVDA'] }));
    expect(known.basis).not.toBe(basisOf(dataset.parts.slice(1), DEFAULT_OPTIONS));
  });

  it('never differ when the file is damaged: they are left out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const damaged = file.slice();
        damaged[at]! ^= flip;
        const read = await readScores(damaged);
        if (read) expect(read.scores).toEqual(known.scores);
      }),
    );
  });
});
