import { beforeAll, describe, expect, it } from 'vitest';
import { openDirectory } from '../../lib/detect/directory';
import { findCompanies, type Places } from '../../lib/lookup/find';
import { tidy } from '../../lib/lookup/tidy';
import { openDataset } from '../../lib/market/dataset';
import { readShipped } from '../background/market';

let places: Places;
beforeAll(async () => {
  const dataset = await openDataset(readShipped);
  const universe = await dataset.universe();
  places = { universe, directory: openDirectory(await dataset.names(), universe) };
});
const find = (text: string, limit = 8) => findCompanies(text, places, limit).map(({ symbol }) => symbol);

describe('a company that is looked up', () => {
  it.each(['EPAC', 'epac', ' $EPAC ', '“EPAC”,', 'Enerpac Tool Group Corp.', 'enerpac tool'])(
    'is found by “%s”',
    (text) => {
      expect(find(text)[0]).toBe('EPAC');
    },
  );

  it('is found by a class of shares in any spelling', () => {
    expect(find('BRK.B')[0]).toBe('BRK/B');
    expect(find('brk/b')[0]).toBe('BRK/B');
  });

  it('is found in a passage that names it, as on a page', () => {
    expect(find('shares of Shake Shack (NYSE: SHAK) and Enerpac Tool Group (NYSE: EPAC) rose')).toEqual(
      expect.arrayContaining(['SHAK', 'EPAC']),
    );
  });

  it('comes before those whose ticker or name only begins so', () => {
    const found = find('GO');
    expect(found[0]).toBe('GO');
    expect(found.slice(1).length).toBeGreaterThan(0);
    expect(find('Progress')).toContain('PRGS');
  });

  it('is none for words that name nothing, for nothing, and for signs', () => {
    for (const text of ['zzyzx unlimited', '', '   ', '$', '“”', '<script>', '\u0000', '(.*)+$']) {
      expect(find(text)).toEqual([]);
    }
  });

  it('is one of few, each once', () => {
    const found = find('a', 8);
    expect(found).toHaveLength(8);
    expect(new Set(found).size).toBe(8);
  });

  it('takes no passage of any length', () => {
    expect(find('x'.repeat(1_000_000))).toEqual([]);
    expect(tidy('x'.repeat(1_000_000))).toHaveLength(300);
  });
});
