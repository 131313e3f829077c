import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/settings/defaults';
import { readSettings } from '../../lib/settings/migrations';
import { createSettingsStore } from '../../lib/settings/store';
import { thesisOptions } from '../../lib/settings/thesis-options';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { memoryArea } from './area';

/** As the first Minnow kept them: without sizes, thresholds or own figures. */
const FIRST = {
  version: 1,
  on: true,
  sites: { off: ['cnbc.com'], added: ['example.com'] },
  theme: 'dark',
  palette: 'green-red',
  badges: { bands: { supports: true, neutral: false, against: true } },
  thesis: {
    thesisShare: 0.5,
    signalWeights: { ...DEFAULT_OPTIONS.signalWeights, valuation: 3 },
    factorWeights: DEFAULT_OPTIONS.factorWeights,
    smallCapUsd: { min: 1e8, max: 3e9 },
    aiNames: ['NVDA'],
  },
  corrections: [{ ticker: 'GO', surface: 'go', scope: 'everywhere' }],
};

describe('settings kept by an older Minnow', () => {
  it('stay whole, with defaults for what was added since', () => {
    const read = readSettings(FIRST);
    expect(read).toEqual({
      value: {
        ...FIRST,
        badges: { ...DEFAULT_SETTINGS.badges, bands: FIRST.badges.bands },
        toolbar: DEFAULT_SETTINGS.toolbar,
        alerts: DEFAULT_SETTINGS.alerts,
        thesis: { ...FIRST.thesis, thresholds: {}, consensus: null },
      },
    });
  });

  it('of a new user give the engine its own defaults', () => {
    expect(thesisOptions(DEFAULT_SETTINGS)).toEqual(DEFAULT_OPTIONS);
  });
});

describe('what a user can enter of the thesis', () => {
  const thesis = DEFAULT_SETTINGS.thesis;
  const figures = { growthPct: { small: 30, large: 12 }, knownOn: '2026-10-01', source: 'A weekly' };
  const change = (part: Partial<typeof thesis>) =>
    createSettingsStore(memoryArea()).change(() => ({ thesis: { ...thesis, ...part } }));

  it('is kept: thresholds by the name of their ramp, figures with date and source', async () => {
    const { settings, error } = await change({
      thresholds: { 'valuation/0': [0, 10, 30] },
      consensus: figures,
    });
    expect(error).toBeUndefined();
    expect(thesisOptions(settings).consensus).toEqual({ ...figures, knownOn: 20727 });
  });

  it.each([
    ['corners that fall', { thresholds: { 'valuation/0': [10, 5, 30] } }, 'rise from left to right'],
    ['corners that are too few', { thresholds: { 'valuation/0': [5, 30] } }, 'rise from left to right'],
    [
      'a corner that is no number',
      { thresholds: { 'valuation/0': [Number.NaN, 1, 2] } },
      'threshold is a number',
    ],
    ['figures without a source', { consensus: { ...figures, source: ' ' } }, 'where the figures are from'],
    ['figures of no day', { consensus: { ...figures, knownOn: '2026-02-30' } }, 'date is written like'],
    ['no figures at all', { consensus: { knownOn: '2026-10-01', source: 'A' } }, 'growth of both indexes'],
    [
      'a multiple of nothing',
      { consensus: { ...figures, forwardMultiple: { small: 0, large: 20 } } },
      'multiple is a number',
    ],
  ])('is refused in words: %s', async (_, part, words) => {
    const { settings, error } = await change(part);
    expect(error).toContain(words);
    expect(settings).toEqual(DEFAULT_SETTINGS);
  });

  it.each([-1, 101, 2.5])('is refused in words: a lowest score of %d', async (minScore) => {
    const { error } = await createSettingsStore(memoryArea()).change(({ badges }) => ({
      badges: { ...badges, minScore },
    }));
    expect(error).toContain('whole number from 0 to 100');
  });
});
