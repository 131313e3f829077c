import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SURFACES } from '../../scripts/screenshots/surfaces';

test('pictures are taken of every page of the extension', () => {
  const pages = readdirSync('entrypoints').filter((name) => existsSync(`entrypoints/${name}/index.html`));
  expect(pages.length).toBeGreaterThan(0);
  const taken = SURFACES.map(({ needs }) => needs);
  expect(pages.filter((name) => !taken.includes(`${name}.html`))).toEqual([]);
});

test('each has its own name', () => {
  const names = SURFACES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
