// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ThesisView } from '../../lib/messages';

vi.mock('webextension-polyfill', () => ({ default: { runtime: { getManifest: () => ({ version }) } } }));
let version = '1.0.0';
const { recall, remember } = await import('../../components/popup/remembered');

const LOOK = { theme: 'dark', palette: 'teal-orange' } as const;
const VIEW = {
  report: { score: 48 },
  earlier: [],
  charts: { iwm: {}, spy: {} },
  data: { state: 'ready', pricesAsOf: '2026-10-05', tradingDaysOld: 3, live: { state: 'fresh', words: '' } },
} as unknown as ThesisView;

describe('what the popup showed last', () => {
  beforeEach(() => {
    version = '1.0.0';
    localStorage.clear();
    vi.setSystemTime('2026-11-24T12:00:00');
  });

  it('is there the next time, without the closes', () => {
    expect(recall()).toBeUndefined();
    remember(LOOK, VIEW);
    expect(recall()).toEqual({ look: LOOK, thesis: { ...VIEW, charts: null } });
  });

  it('does not say on another day how old the prices are', () => {
    remember(LOOK, VIEW);
    vi.setSystemTime('2026-11-25T12:00:00');
    expect(recall()!.thesis.data).toEqual({ state: 'ready', pricesAsOf: '2026-10-05' });
  });

  it('is forgotten without data, and with another version of the extension', () => {
    remember(LOOK, VIEW);
    remember(LOOK, { ...VIEW, report: null });
    expect(recall()).toBeUndefined();
    remember(LOOK, VIEW);
    version = '1.1.0';
    expect(recall()).toBeUndefined();
  });

  it('is nothing where it is damaged', () => {
    localStorage.setItem('popup', '{"version":"1.0.0"');
    expect(recall()).toBeUndefined();
    localStorage.setItem('popup', '{"version":"1.0.0"}');
    expect(recall()).toBeUndefined();
  });
});
