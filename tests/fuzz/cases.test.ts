import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { read } from '../rules/source';
import { CASES } from './cases';

it('at least 100,000 cases are tried in all, each number where it is said', () => {
  const used = readdirSync('tests/fuzz')
    .filter((file) => file.endsWith('.slow.test.ts'))
    .flatMap((file) =>
      [...read(`tests/fuzz/${file}`).matchAll(/numRuns: CASES\.(\w+)/g)].map(([, name]) => name!),
    );
  expect(used.toSorted()).toEqual(Object.keys(CASES).toSorted());
  expect(Object.values(CASES).reduce((sum, cases) => sum + cases, 0)).toBeGreaterThanOrEqual(100_000);
});
