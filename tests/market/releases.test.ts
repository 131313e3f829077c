import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../lib/market/day';
import { releaseDays } from '../../lib/market/releases';
import type { MacroId } from '../../lib/market/types';

const releaseOf = (id: MacroId, observation: string, takenOn = '2026-12-31') =>
  formatDay(releaseDays(id, Int32Array.of(parseDay(observation)), parseDay(takenOn))[0] ?? 0);

describe('the day on which an observation became public', () => {
  it.each<[MacroId, string, string]>([
    ['UNRATE', '2024-10-01', '2024-11-01'],
    ['UNRATE', '2024-12-01', '2025-01-10'],
    ['PAYEMS', '2025-07-01', '2025-08-01'],
    ['UNRATE', '2025-09-01', '2025-11-20'],
    ['PAYEMS', '2025-10-01', '2025-12-16'],
    ['UNRATE', '2025-12-01', '2026-01-09'],
    ['UNRATE', '2026-01-01', '2026-02-11'],
    ['CPIAUCSL', '2025-09-01', '2025-10-24'],
    ['CPIAUCSL', '2025-11-01', '2025-12-18'],
    ['PCEPILFE', '2025-09-01', '2025-12-05'],
    ['PCEPILFE', '2025-12-01', '2026-02-20'],
    ['PCEPILFE', '2026-01-01', '2026-03-13'],
    ['INDPRO', '2025-09-01', '2025-12-03'],
    ['ICSA', '2025-10-18', '2025-11-20'],
    ['ICSA', '2026-09-26', '2026-10-01'],
    ['NFIB_SALES', '2025-10-01', '2025-11-11'],
    ['NFIB_COMP', '2025-12-01', '2026-01-13'],
    ['DFEDTARU', '2025-12-11', '2025-12-11'],
  ])('%s of %s: %s', (id, observation, release) => {
    expect(releaseOf(id, observation)).toBe(release);
  });

  it.each<[MacroId, string, string]>([
    ['CPIAUCSL', '2024-12-01', '2025-01-15'],
    ['CPIAUCSL', '2018-01-01', '2018-02-14'],
    ['CPIAUCSL', '2015-01-01', '2015-02-26'],
    ['PCEPILFE', '2025-08-01', '2025-09-26'],
    ['PCEPILFE', '2010-06-01', '2010-08-03'],
    ['INDPRO', '2026-01-01', '2026-02-18'],
  ])('%s of %s is not known before its release on %s', (id, observation, release) => {
    expect(releaseOf(id, observation) >= release).toBe(true);
  });

  it('is the next business day for a Treasury yield', () => {
    const days = ['2025-11-26', '2025-11-28', '2025-12-01'].map(parseDay);
    expect([...releaseDays('DGS2', Int32Array.from(days), parseDay('2026-08-21'))].map(formatDay)).toEqual([
      '2025-11-28',
      '2025-12-01',
      '2025-12-02',
    ]);
    expect(releaseOf('DGS2', '2026-08-14')).toBe('2026-08-17');
  });

  it('is never after the day on which the file was taken', () => {
    expect(releaseOf('FEDTARMD', '2028-01-01', '2026-08-21')).toBe('2026-08-21');
    expect(releaseOf('PCEPILFE', '2026-08-01', '2026-10-01')).toBe('2026-10-01');
  });
});
