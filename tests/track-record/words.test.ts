import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { type Followed, type Group, readRecord, type TrackRecord } from '../../lib/track-record/schema';
import { findingOf, inLanguage, isEnough, recordLine, recordSentence } from '../../lib/track-record/words';

const group = (
  months: number,
  stretches: number,
  value: number | null,
  low: number,
  high: number,
): Group => ({
  months,
  stretches,
  mean: { value, low, high },
  hit: { value: 50, low: 40, high: 60 },
});

const recordWith = (supports: Group): Pick<TrackRecord, 'index'> => {
  const followed = { horizon: 12, supports, neutral: group(0, 0, null, 0, 0) } as Followed;
  return { index: { from: '2000-05-31', to: '2026-09-30', followed: [followed] } as TrackRecord['index'] };
};

describe('the sentence on what followed', () => {
  it('says how far, how sure, and that it is no evidence', () => {
    expect(recordSentence(recordWith(group(167, 44, 1.21, -2.02, 4.79)), 'supports')).toBe(
      'In 26 years, months with a score of 60 and up were followed by small caps 1.2 points ahead of the S&P 500 after 12 months on average, 95% interval −2.0 to +4.8: no evidence either way.',
    );
  });

  it('says when there is too little to tell, whatever the interval', () => {
    const few = recordSentence(recordWith(group(64, 31, -3.6, -6, -1)), 'supports');
    expect(few).toContain('3.6 points behind the S&P 500');
    expect(few).toMatch(/: too few to tell\.$/);
  });

  it('says when an interval holds no zero', () => {
    expect(recordSentence(recordWith(group(240, 20, 3, 1, 5)), 'supports')).toMatch(
      /more than chance would give\.$/,
    );
  });

  it('is silent on an unknown score and on a band that never was', () => {
    expect(recordSentence(recordWith(group(64, 31, 1, 0, 2)), 'unknown')).toBe('');
    expect(recordSentence(recordWith(group(64, 31, 1, 0, 2)), 'neutral')).toBe(
      'There was no month with a score of 40 to 60 in 26 years.',
    );
  });

  it('says whose weights it is about when the user has others', () => {
    const record = recordWith(group(167, 44, 1.2, -2, 4.8));
    expect(recordLine(record, 'supports', DEFAULT_OPTIONS)).not.toContain('weights');
    const signalWeights = { ...DEFAULT_OPTIONS.signalWeights, breakout: 3 };
    expect(recordLine(record, 'supports', { ...DEFAULT_OPTIONS, signalWeights })).toMatch(
      /By the article's weights, not yours\.$/,
    );
  });

  it.each([
    ['thresholds', { thresholds: { 'breakout/0': [-20, 0] } }],
    [
      'figures of analysts',
      { consensus: { growthPct: { small: 20, large: 10 }, knownOn: 20_700, source: 'A weekly' } },
    ],
  ])('says so too when the user has other %s', (_, own) => {
    const record = recordWith(group(167, 44, 1.2, -2, 4.8));
    expect(recordLine(record, 'supports', { ...DEFAULT_OPTIONS, ...own })).toMatch(/not yours\.$/);
  });
});

describe('enough', () => {
  it('is ten windows that do not overlap in five stretches', () => {
    expect(isEnough({ months: 120, stretches: 5 }, 12)).toBe(true);
    expect(isEnough({ months: 119, stretches: 5 }, 12)).toBe(false);
    expect(isEnough({ months: 120, stretches: 4 }, 12)).toBe(false);
    expect(isEnough({ months: 120 }, 12)).toBe(true);
  });

  it('is needed before an interval says anything', () => {
    const sure = { value: 2, low: 1, high: 3 };
    expect(findingOf(sure, false)).toBe('few');
    expect(findingOf(sure, true)).toBe('more');
    expect(findingOf({ value: -2, low: -3, high: -1 }, true)).toBe('less');
    expect(findingOf({ value: 2, low: -1, high: 3 }, true)).toBe('none');
    expect(findingOf({ value: 2, low: null, high: null }, true)).toBe('few');
  });
});

describe('the record in the language of the texts', () => {
  it('has titles for all that the shipped one names: in English the same', async () => {
    const record = await readRecord(readFileSync('public/data/track-record.jsonl'));
    expect(inLanguage(record)).toEqual(record);
    const untitled = structuredClone(record);
    for (const one of [
      ...untitled.index.signals,
      ...untitled.index.ways,
      ...untitled.long.signals,
      ...untitled.sinceArticle.legs,
      ...untitled.companies.factors,
    ])
      one.title = '?';
    expect(inLanguage(untitled)).toEqual(record);
  });
});
