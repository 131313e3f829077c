import { describe, expect, it } from 'vitest';
import { changeLive, DEFAULT_LIVE, LIVE_KEY, originsOf, readLive } from '../../lib/settings/live';
import { memoryArea } from './area';

describe('the settings of live data', () => {
  it('are off until the user turns them on, and off again when they cannot be read', async () => {
    expect((await readLive(memoryArea())).on).toBe(false);
    expect(await readLive(memoryArea({ [LIVE_KEY]: { version: 1, on: 'yes' } }))).toEqual(DEFAULT_LIVE);
  });

  it('keep a change, and nothing of a wrong one', async () => {
    const area = memoryArea();
    await changeLive(area, { on: true });
    const { settings, error } = await changeLive(area, { feedUrl: 'ftp://example.com' });
    expect(error).toMatch(/begins with https/);
    expect(settings).toMatchObject({ on: true, feedUrl: '' });
    expect(await readLive(area)).toMatchObject({ on: true, feedUrl: '' });
  });

  it('lose none of two changes at once', async () => {
    const area = memoryArea();
    await Promise.all([changeLive(area, { on: true }), changeLive(area, { feedUrl: 'https://example.com' })]);
    expect(await readLive(area)).toMatchObject({ on: true, feedUrl: 'https://example.com' });
  });

  it.each([
    ['https://example.com/minnow', true],
    ['http://127.0.0.1:8080/feed', true],
    ['http://localhost/feed', true],
    ['http://example.com/feed', false],
    ['https://user:secret@example.com', false],
    ['example.com', false],
    ['javascript:alert(1)', false],
    ['', true],
  ])('take %j as an address: %s', async (feedUrl, taken) => {
    expect((await changeLive(memoryArea(), { feedUrl })).error === undefined).toBe(taken);
  });

  it('name the hosts that the browser must let Minnow read, and no others', () => {
    const origins = originsOf(DEFAULT_LIVE);
    expect(origins).toContain('https://api.nasdaq.com/*');
    expect(origins).toContain('https://query1.finance.yahoo.com/*');
    expect(origins).not.toContain('https://api.tiingo.com/*');
    expect(originsOf({ ...DEFAULT_LIVE, priceOrder: ['tiingo'] })).toContain('https://api.tiingo.com/*');
    expect(originsOf({ ...DEFAULT_LIVE, feedUrl: 'https://cdn.example.com:8443/minnow' })).toEqual([
      'https://cdn.example.com/*',
    ]);
    expect(originsOf({ ...DEFAULT_LIVE, bases: { nasdaq: 'http://localhost:1' } })).not.toContain(
      'https://api.nasdaq.com/*',
    );
  });
});
