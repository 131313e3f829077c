import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { releasesIn } from '../../scripts/lib/changelog';
import { read } from './source';

const CHANGELOG = read('CHANGELOG.md');
const releases = releasesIn(CHANGELOG);
const numbers = (version: string) => version.split('.').map(Number);

describe('versions', () => {
  test('package.json and its lock file have the version with which the changelog begins', () => {
    const { version } = JSON.parse(read('package.json'));
    expect(releases[0]?.version).toBe(version);
    expect(JSON.parse(read('package-lock.json')).version).toBe(version);
  });

  test('stand in the changelog from the newest to the oldest, each later and higher than the one before', () => {
    for (const [i, { version, date }] of releases.slice(1).entries()) {
      const newer = releases[i]!;
      expect(newer.date >= date).toBe(true);
      const [a, b] = [numbers(newer.version), numbers(version)];
      const first = a.findIndex((part, at) => part !== b[at]);
      expect(a[first]! > b[first]!).toBe(true);
    }
  });

  test('every heading of the changelog is one that Keep a Changelog knows', () => {
    const headings = [...CHANGELOG.matchAll(/^##+ (.*)$/gm)].map(([, heading]) => heading!);
    expect(headings[0]).toBe('[Unreleased]');
    const known =
      /^(?:\[Unreleased\]|\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}|Added|Changed|Deprecated|Removed|Fixed|Security)$/;
    expect(headings.filter((heading) => !known.test(heading))).toEqual([]);
  });
});

describe.each(readdirSync('.github/workflows'))('the workflow %s', (file) => {
  const workflow = read(`.github/workflows/${file}`);

  test('takes every action at one commit, with its version beside it', () => {
    const uses = [...workflow.matchAll(/uses: *(.*)$/gm)].map(([, action]) => action!);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual(
      [],
    );
  });

  test('says what it may do, and no job more than it needs', () => {
    expect(workflow).toMatch(/^permissions:/m);
    expect(workflow).not.toContain('write-all');
  });

  test('gives no text of an event to a shell', () => {
    const lines = workflow
      .split('\n')
      .filter((line) => /run:|^ {10}/.test(line) && !/^ +\w+: \$\{\{/.test(line));
    expect(lines.filter((line) => /\$\{\{ *github\.(?:event|head_ref|ref)/.test(line))).toEqual([]);
  });
});

test('a release is tested, packed and compared before anything is given away', () => {
  const workflow = read('.github/workflows/release.yml');
  const at = (text: string) => {
    expect(workflow).toContain(text);
    return workflow.indexOf(text);
  };
  const order = [
    'npm ci',
    'npm run release',
    'npm test -- whole',
    'npm run zip',
    'sha256sum -c',
    'gh release create',
    'wxt submit',
  ];
  expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b));
});
