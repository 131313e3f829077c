import { describe, expect, it } from 'vitest';
import { applyCorrections, pageOf } from '../../lib/detect/corrections';
import type { Mention } from '../../lib/detect/types';

const mention = (ticker: string, surface: string): Mention => ({
  ticker,
  surface,
  block: 0,
  start: 0,
  end: surface.length,
  evidence: 'name',
  reason: 'It is the name of the company',
});
const url = 'https://www.example.com/a/b?c=d#e';
const found = [mention('GAP', 'Gap'), mention('GAP', 'Gap Inc'), mention('EPAC', 'Enerpac')];

describe('"not this"', () => {
  it('takes the address of a page without query and fragment', () => {
    expect(pageOf(url)).toBe('https://www.example.com/a/b');
  });

  it('drops one wording of a ticker, or all of them', () => {
    expect(applyCorrections(found, [{ ticker: 'GAP', surface: 'gap', scope: 'everywhere' }], url)).toEqual(
      found.slice(1),
    );
    expect(applyCorrections(found, [{ ticker: 'GAP', scope: 'everywhere' }], url)).toEqual(found.slice(2));
  });

  it('holds on its page or site and nowhere else', () => {
    const here = { ticker: 'EPAC', scope: 'page', where: pageOf(url) } as const;
    expect(applyCorrections(found, [here], url)).toHaveLength(2);
    expect(applyCorrections(found, [here], 'https://www.example.com/other')).toHaveLength(3);
    const site = { ticker: 'EPAC', scope: 'site', where: 'www.example.com' } as const;
    expect(applyCorrections(found, [site], 'https://www.example.com/other')).toHaveLength(2);
    expect(applyCorrections(found, [site], 'https://example.org/')).toHaveLength(3);
  });
});
