import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asideKey } from '../../lib/kept/kept';
import { DEFAULT_SETTINGS } from '../../lib/settings/defaults';
import { SETTINGS_KEY } from '../../lib/settings/keys';
import { createSettingsStore } from '../../lib/settings/store';
import { memoryArea } from './area';

const ASIDE_KEY = asideKey(SETTINGS_KEY);

describe('settings', () => {
  it('are the defaults, without a complaint, for a new user', async () => {
    expect(await createSettingsStore(memoryArea()).read()).toEqual({ settings: DEFAULT_SETTINGS });
  });

  it('are kept once changed', async () => {
    const area = memoryArea();
    const { settings } = await createSettingsStore(area).change(() => ({ theme: 'dark' }));
    expect(settings.theme).toBe('dark');
    expect((await createSettingsStore(area).read()).settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  });

  it('survive two changes at once', async () => {
    const area = memoryArea();
    const store = createSettingsStore(area);
    const correct = (ticker: string) =>
      store.change(({ corrections }) => ({ corrections: [...corrections, { ticker, scope: 'everywhere' }] }));
    await Promise.all(['GO', 'CARE', 'PLAY'].map(correct));
    expect((await store.read()).settings.corrections.map(({ ticker }) => ticker)).toEqual([
      'GO',
      'CARE',
      'PLAY',
    ]);
  });
});

describe('a change that is not valid', () => {
  const thesis = DEFAULT_SETTINGS.thesis;
  it.each([
    [
      'bounds the wrong way round',
      { thesis: { ...thesis, smallCapUsd: { min: 2e9, max: 3e8 } } },
      'lower bound',
    ],
    ['a weight out of range', { thesis: { ...thesis, signalWeights: { breakout: 11 } } }, 'from 0 to 10'],
    [
      'a weight that is no number',
      { thesis: { ...thesis, signalWeights: { breakout: Number.NaN } } },
      'from 0 to 10',
    ],
    [
      'weights that are all 0',
      { thesis: { ...thesis, factorWeights: { multiple: 0 } } },
      'At least one factor',
    ],
    ['a share above 1', { thesis: { ...thesis, thesisShare: 1.2 } }, 'from 0 to 1'],
    ['no AI names', { thesis: { ...thesis, aiNames: [] } }, 'at least one ticker'],
    ['an AI name that is no ticker', { thesis: { ...thesis, aiNames: ['nvidia'] } }, 'in capitals'],
    ['a theme that is not there', { theme: 'pink' as 'dark' }, 'theme is missing or not as expected'],
  ])('says what is wrong and changes nothing: %s', async (_, patch, words) => {
    const area = memoryArea();
    const { settings, error } = await createSettingsStore(area).change(() => patch);
    expect(error).toContain(words);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(area.kept).toEqual({});
  });
});

describe('settings that cannot be used', () => {
  it.each([
    ['damaged', { ...DEFAULT_SETTINGS, theme: 7 }, 'damaged'],
    ['of a newer version', { ...DEFAULT_SETTINGS, version: 2, more: true }, 'newer Minnow'],
    ['without a version', { theme: 'dark' }, 'which version'],
    ['no settings at all', 'dark', 'not in a form'],
  ])('give the defaults and a message: %s', async (_, kept, words) => {
    const { settings, problem, setAside } = await createSettingsStore(
      memoryArea({ [SETTINGS_KEY]: kept }),
    ).read();
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(problem).toContain(words);
    expect(JSON.parse(setAside!)).toEqual([kept]);
  });

  it('are never lost, whatever they are, when the user changes something', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (kept) => {
        const area = memoryArea({ [SETTINGS_KEY]: kept });
        const store = createSettingsStore(area);
        await store.change(() => ({ on: false }));
        expect(area.kept[ASIDE_KEY]).toEqual([kept]);
        const { settings, problem, setAside } = await store.read();
        expect(settings).toEqual({ ...DEFAULT_SETTINGS, on: false });
        expect(problem).toBeUndefined();
        expect(JSON.parse(setAside!)).toEqual(JSON.parse(JSON.stringify([kept])));
      }),
    );
  });

  it('are kept beside those set aside before', async () => {
    const area = memoryArea({ [SETTINGS_KEY]: 'second', [ASIDE_KEY]: ['first'] });
    await createSettingsStore(area).change(() => ({ on: false }));
    expect(area.kept[ASIDE_KEY]).toEqual(['first', 'second']);
  });
});

describe('storage that fails', () => {
  it('leaves the settings as they were and says so', async () => {
    const area = memoryArea({ [SETTINGS_KEY]: { ...DEFAULT_SETTINGS, theme: 'dark' } });
    const full = createSettingsStore({ ...area, set: () => Promise.reject(new Error('QUOTA_BYTES')) });
    const { settings, error } = await full.change(() => ({ theme: 'light' }));
    expect(error).toContain('did not let Minnow save');
    expect(settings.theme).toBe('dark');
  });

  it('never overwrites what it could not read', async () => {
    const area = memoryArea({ [SETTINGS_KEY]: { ...DEFAULT_SETTINGS, theme: 'dark' } });
    const unreadable = createSettingsStore({ ...area, get: () => Promise.reject(new Error('I/O')) });
    expect((await unreadable.read()).problem).toContain('did not let Minnow read');
    expect((await unreadable.change(() => ({ theme: 'light' }))).error).toContain('nothing was changed');
    expect(area.kept[SETTINGS_KEY]).toMatchObject({ theme: 'dark' });
  });
});
