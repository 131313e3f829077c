import { describe, expect, test } from 'vitest';
import { releaseOf, releasesIn } from '../../scripts/lib/changelog';

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.1.0] - 2027-01-15

### Added

- A second thing.

## [1.0.0] - 2026-12-01

### Added

- A first thing.
`;

describe('the changelog', () => {
  test('tells its releases, newest first, with their notes', () => {
    expect(releasesIn(CHANGELOG)).toEqual([
      { version: '1.1.0', date: '2027-01-15', notes: '### Added\n\n- A second thing.' },
      { version: '1.0.0', date: '2026-12-01', notes: '### Added\n\n- A first thing.' },
    ]);
  });
});

describe('a release', () => {
  test('is of one version, that of the tag, the package and the changelog', () => {
    expect(releaseOf('v1.1.0', '1.1.0', CHANGELOG).date).toBe('2027-01-15');
  });

  test.each([
    ['v1.2.0', '1.1.0', 'the tag must be v1.1.0'],
    ['1.1.0', '1.1.0', 'the tag must be v1.1.0'],
    ['v1.2.0', '1.2.0', 'CHANGELOG.md begins with 1.1.0'],
  ])('%s of a package %s is refused', (tag, version, words) => {
    expect(() => releaseOf(tag, version, CHANGELOG)).toThrow(words);
  });

  test('is refused when the changelog says nothing of it', () => {
    expect(() => releaseOf('v2.0.0', '2.0.0', '## [2.0.0] - 2027-02-01\n')).toThrow('says nothing of 2.0.0');
  });
});
