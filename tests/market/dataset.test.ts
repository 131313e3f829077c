import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardOf } from '../../lib/market/companies';
import { DatasetError, openDataset } from '../../lib/market/dataset';
import { MANIFEST_FILE, manifestOf, sha256 } from '../../lib/market/manifest';
import { type Files, readAll, reader, smallDataset } from './support';

const files = await smallDataset();
const good = await readAll(await openDataset(reader(files)));
const used = [...files.keys()].filter((file) => !file.startsWith('companies/') || isUsed(file));

function isUsed(file: string): boolean {
  return ['ABC', 'XYZ'].some((symbol) => file === `companies/${shardOf(symbol)}.bin`);
}

const withFile = (file: string, bytes: Uint8Array): Files => new Map(files).set(file, bytes);
const without = (file: string): Files => {
  const rest = new Map(files);
  rest.delete(file);
  return rest;
};

describe('a data set', () => {
  it('gives back what was written', async () => {
    const dataset = await openDataset(reader(files));
    const market = await dataset.market();
    expect([...market.index.IWM.values]).toEqual([100, 101.25, 99.5]);
    expect([...(market.macro.UNRATE?.vintages[0]?.values ?? [])]).toEqual([4.1, 4.2]);
    expect([...(market.macro.UNRATE?.vintages[0]?.knownOn ?? [])]).toEqual([20_005, 20_006]);
    const abc = await dataset.company('ABC');
    expect(abc?.company.marketCapUsd).toBe(5e8);
    expect([...(abc?.history?.values ?? [])]).toEqual([1.23, 0.9876, 2.5]);
    expect(abc?.figures?.year?.revenueMusd).toBe(7);
  });

  it('knows no company that is not listed', async () => {
    expect(await (await openDataset(reader(files))).company('NONE')).toBeNull();
  });

  it('leaves a missing value missing', async () => {
    const xyz = await (await openDataset(reader(files))).company('XYZ');
    expect(xyz?.figures).toBeUndefined();
    expect(xyz?.company.last).toBeUndefined();
    expect(xyz?.company.russell2000Pct).toBeUndefined();
  });

  it('reports any changed byte, and never reads a wrong value', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...used),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (file, position, change) => {
          const bytes = Uint8Array.from(files.get(file) ?? []);
          const at = position % bytes.length;
          bytes[at] = (bytes[at] ?? 0) ^ change;
          const read = await openDataset(reader(withFile(file, bytes)))
            .then(readAll)
            .catch((error: unknown) => error);
          // A changed space between the parts of the list changes nothing.
          if (!(read instanceof DatasetError)) expect(read).toEqual(good);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reports any file that ends early', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...used), fc.nat(), async (file, length) => {
        const bytes = files.get(file) ?? new Uint8Array();
        const cut = withFile(file, bytes.subarray(0, length % bytes.length));
        await expect(openDataset(reader(cut)).then(readAll)).rejects.toThrow(DatasetError);
      }),
    );
  });

  it('reports a missing file, and which part it was', async () => {
    await expect(openDataset(reader(without(MANIFEST_FILE)))).rejects.toThrow('list of parts');
    for (const [file, words] of [
      ['prices.bin', '“Index prices”'],
      ['macro.bin', '“Economic series”'],
      ['figures.json', '“Index figures”'],
      ['universe.tsv', '“List of stocks”'],
      ['names.txt', '“Company names”'],
    ] as const) {
      await expect(openDataset(reader(without(file))).then(readAll)).rejects.toThrow(words);
    }
  });

  it('reads a company although the file of another is damaged', async () => {
    expect(shardOf('ABC')).not.toBe(shardOf('XYZ'));
    const dataset = await openDataset(
      reader(withFile(`companies/${shardOf('XYZ')}.bin`, Uint8Array.of(1, 2, 3))),
    );
    expect((await dataset.company('ABC'))?.history?.days).toHaveLength(3);
    await expect(dataset.company('XYZ')).rejects.toThrow(
      'The market data are damaged: the file “Company data”',
    );
  });

  it('reports a file that matches its checksum but is of another form', async () => {
    const bytes = new TextEncoder().encode('{}');
    const parts = structuredClone(good.parts);
    for (const part of parts) {
      if (part.name === 'prices')
        part.files = [{ file: 'prices.bin', bytes: bytes.length, sha256: await sha256(bytes) }];
    }
    const changed = withFile('prices.bin', bytes).set(
      MANIFEST_FILE,
      new TextEncoder().encode(JSON.stringify(await manifestOf(parts))),
    );
    await expect((await openDataset(reader(changed))).market()).rejects.toThrow('not in the form expected');
  });

  it('says so when the version is newer', async () => {
    const newer = withFile(
      MANIFEST_FILE,
      new TextEncoder().encode('{"format":"minnow-dataset","version":2}'),
    );
    await expect(openDataset(reader(newer))).rejects.toThrow('version 2');
  });
});
