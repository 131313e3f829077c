import { describe, expect, test } from 'vitest';
import { repositoryFiles } from '../../scripts/lib/repository-files';
import { read } from './source';

const files = repositoryFiles();

describe.each(['lib/thesis/signals', 'lib/thesis/fit'])('%s', (folder) => {
  const modules = files.filter(
    (file) => file.startsWith(`${folder}/`) && /\/[a-z0-9-]+\.ts$/.test(file) && !file.endsWith('/index.ts'),
  );
  const measuring = modules.filter((file) => /\bclaim\b/.test(read(file)));

  test('holds modules', () => {
    expect(measuring.length).toBeGreaterThanOrEqual(10);
  });

  test.each(measuring)('%s has a test of its own', (file) => {
    expect(files).toContain(file.replace(/^lib\//, 'tests/').replace(/\.ts$/, '.test.ts'));
  });
});
