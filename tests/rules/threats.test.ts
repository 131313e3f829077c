import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from './source';

const model = read('docs/security.md').split('## Who could do harm')[1]!.split('\n## ')[0]!;
const rows = [...model.matchAll(/^\| (.+?) \| (.+?) \| (.+?) \|$/gm)]
  .map(([, threat, against, shown]) => ({ threat: threat!, against: against!, shown: shown! }))
  .filter(({ threat }) => threat !== 'Threat' && !/^-+$/.test(threat));

describe('the threat model', () => {
  test('has its lines', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.length).toBe(model.split('\n').filter((line) => line.startsWith('| ')).length - 1);
  });

  test.each(rows)('says what stands against this, and which test shows it: $threat', ({ against, shown }) => {
    expect(against.length).toBeGreaterThan(10);
    const [, file, title] = /^`(tests\/[\w/.-]+\.test\.tsx?)`: (.+)$/.exec(shown) ?? [];
    expect(file, shown).toBeDefined();
    expect(existsSync(file!), file).toBe(true);
    // As it stands in the source, quoted, perhaps with what is filled in before it.
    const quoted = [
      ...read(file!).matchAll(/(?:\b(?:test|it|describe)\b[^'"`]*|\]\)\(\s*|\)\(\s*)(['"`])(.+?)\1,/gs),
    ];
    expect(quoted.map(([, , words]) => words!.trim()).filter((words) => words.includes(title!))).not.toEqual(
      [],
    );
  });
});
