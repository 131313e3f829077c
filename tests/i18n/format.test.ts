import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  bytes,
  date,
  list,
  number,
  percent,
  signedNumber,
  signedPercent,
  typed,
  usd,
} from '../../lib/i18n/format';
import { parseDay } from '../../lib/market/day';

describe('figures in the locale of the user', () => {
  it('have a real minus, and a plus where they are changes', () => {
    expect(number(-0.42, 1)).toBe('−0.4');
    expect(signedNumber(2.13, 1)).toBe('+2.1');
    expect(signedPercent(-2.14, 1)).toBe('−2.1%');
    expect(signedPercent(18.4)).toBe('+18%');
    expect(percent(52.4)).toBe('52%');
  });

  it('have no sign where they are shown as zero', () => {
    expect(number(-0.04, 1)).toBe('0.0');
    expect(signedNumber(-0.04, 1)).toBe('0.0');
    expect(signedPercent(-0.004, 1)).toBe('0.0%');
  });

  it('are grouped, and as exact as they were typed where they can be typed again', () => {
    expect(number(2091)).toBe('2,091');
    expect(typed(1250.125)).toBe('1,250.125');
    expect(usd(39.1)).toBe('$39.10');
    expect(list(['a', 'b', 'c'])).toBe('a, b, and c');
  });

  it('are sizes in kilobytes and megabytes, and days with the month in letters', () => {
    expect(bytes(11_001)).toBe('12 kB');
    expect(bytes(2_234_000)).toBe('2.2 MB');
    expect(date(parseDay('2026-09-05'))).toBe('Sep 5, 2026');
  });
});

declare const chrome: { i18n: { getMessage(key: string): string } };

describe('figures beside texts of another language', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  /** The formatters anew, for a user with these languages who reads texts in `texts`. */
  async function formatsOf(texts: string, languages: string[]) {
    vi.spyOn(chrome.i18n, 'getMessage').mockReturnValue(texts);
    vi.stubGlobal('navigator', { languages });
    vi.resetModules();
    return await import('../../lib/i18n/format');
  }

  it('are written as that language does', async () => {
    const german = await formatsOf('de', ['de']);
    expect(german.number(1250.5, 1)).toBe('1.250,5');
    expect(german.signedPercent(-2.14, 1)).toBe('−2,1\u00a0%');
    expect(german.usd(39.1)).toBe('39,10\u00a0$');
    expect(german.date(parseDay('2026-10-05'), 'long')).toBe('5. Oktober 2026');
    expect(german.list(['a', 'b', 'c'])).toBe('a, b und c');
  });

  it('are those of the country that the user named for that language', async () => {
    const british = await formatsOf('en', ['fr-FR', 'en-GB']);
    expect(british.date(parseDay('2026-10-05'), 'long')).toBe('5 October 2026');
  });

  it('are not of a language that no text is in', async () => {
    const french = await formatsOf('en', ['fr-FR', 'fr']);
    expect(french.date(parseDay('2026-10-05'), 'long')).toBe('October 5, 2026');
    expect(french.list(['a', 'b'])).toBe('a and b');
  });
});
