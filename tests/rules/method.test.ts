import { describe, expect, test } from 'vitest';
import { FACTORS } from '../../lib/thesis/fit';
import { MAX_AGE } from '../../lib/thesis/freshness';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { SIGNALS } from '../../lib/thesis/signals';
import { read } from './source';

const method = read('docs/method.md');
/** Each section by its heading. */
const sections = new Map(
  method.split(/^### /m).map((text): [string, string] => [text.split('\n')[0]!, text]),
);
const minus = (value: number) => String(value).replace('-', '−');

describe.each([...SIGNALS, ...FACTORS].map((one) => [one.id, one] as const))(
  'docs/method.md on %s',
  (id, { title, claim, ramps }) => {
    const section = sections.get(`${title} (\`${id}\`)`) ?? '';

    test('has the claim, the measure, the source and the reason', () => {
      expect(section).toContain(claim);
      for (const part of ['Measure: ', 'Source: ', 'Why: ']) expect(section).toContain(`- ${part}`);
    });

    test('has the very ramps of the code, and no others', () => {
      const wanted = Object.entries(ramps).map(
        ([name, { corners }]) =>
          `- Ramp of ${name}: ${corners.map(([at, strength]) => `${minus(at)} → ${strength}`).join(', ')}`,
      );
      expect(section.split('\n').filter((line) => line.startsWith('- Ramp of '))).toEqual(wanted);
    });
  },
);

describe('docs/method.md', () => {
  test('tells how old a figure may be', () => {
    const stale = method.split('\n').find((line) => line.startsWith('- **Stale.**'))!;
    for (const days of Object.values(MAX_AGE)) expect(stale).toContain(String(days));
  });

  test('tells the weights that are not one, and the share of the thesis', () => {
    const odd = Object.entries({ ...DEFAULT_OPTIONS.signalWeights, ...DEFAULT_OPTIONS.factorWeights }).filter(
      ([, weight]) => weight !== 1,
    );
    expect(Object.fromEntries(odd)).toEqual({
      'earnings-growth-gap': 2,
      valuation: 2,
      'earnings-growth': 2,
      multiple: 2,
      'small-cap': 0.5,
    });
    expect(method).toContain(`${DEFAULT_OPTIONS.thesisShare * 100}% the thesis`);
  });
});
