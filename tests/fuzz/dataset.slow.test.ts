import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packDelta, unpackDelta } from '../../lib/cache/delta';
import { encodeIntegers } from '../../lib/market/codec';
import { readAllCompanies, readCompanies, writeCompanies } from '../../lib/market/companies';
import { DatasetError, openDataset } from '../../lib/market/dataset';
import { readMacro, writeMacro } from '../../lib/market/macro';
import { MANIFEST_FILE } from '../../lib/market/manifest';
import { Packer } from '../../lib/market/pack';
import { readPrices, writePrices } from '../../lib/market/prices';
import type { Series } from '../../lib/market/types';
import { readUniverse } from '../../lib/market/universe';
import { readShipped } from '../background/market';
import { CASES } from './cases';
import { damaged, damagedBytes } from './mutations';

/** Milliseconds; far more than a test takes. */
const PATIENCE = 120_000;

const file = (name: string) => new Uint8Array(readFileSync(`public/data/${name}`));
/** Room that one damaged file may take, bytes: a multiple of what the file has. */
const MOST = 64;

/** Runs a reader as whoever reads a data set does: what it throws is an error, and it makes no more room than there is. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    // What was expected of an answer is no refusal.
    if ((error as Error).name === 'AssertionError') throw error;
    return undefined;
  }
}
const isSeries = ({ days, values }: Series, bytes: number) => {
  expect(days.length).toBe(values.length);
  expect(days.length * 12).toBeLessThan(bytes * MOST);
};

/** The first years of the real series, so that thousands of files can be tried. */
const short = <T extends Series>(series: T): T => ({
  ...series,
  days: series.days.slice(0, 60),
  values: series.values.slice(0, 60),
});
const whole = readPrices(file('prices.bin'));
const prices = writePrices({
  index: { IWM: short(whole.index.IWM), SPY: short(whole.index.SPY) },
  aiBasket: Object.fromEntries(
    Object.entries(whole.aiBasket)
      .slice(0, 2)
      .map(([name, series]) => [name, short(series)]),
  ),
});
const macro = writeMacro(
  Object.values(readMacro(file('macro.bin')))
    .slice(0, 3)
    .map((one) => ({
      ...one,
      vintages: one.vintages.map((vintage) => ({ ...short(vintage), knownOn: vintage.knownOn.slice(0, 60) })),
    })),
);
const all = readAllCompanies(file('companies/00.bin'));
const companies = writeCompanies(new Map([...all.companies].slice(0, 3)), all.provenance);
const universe = readFileSync('public/data/universe.tsv', 'utf8').split('\n').slice(0, 30).join('\n');

describe('a damaged file of the data set', () => {
  const one = fc.oneof(
    damagedBytes(prices).map((bytes) => () => {
      const { index, aiBasket } = readPrices(bytes);
      for (const series of [index.IWM, index.SPY, ...Object.values(aiBasket)]) isSeries(series, bytes.length);
    }),
    damagedBytes(macro).map((bytes) => () => {
      for (const { vintages } of Object.values(readMacro(bytes)))
        for (const series of vintages) isSeries(series, bytes.length);
    }),
    damagedBytes(companies).map((bytes) => () => {
      const find = readCompanies(bytes);
      for (const symbol of all.companies.keys()) {
        const { history } = attempt(() => find(symbol)) ?? {};
        if (history) isSeries(history, bytes.length);
      }
    }),
    damaged([universe]).map((text) => () => {
      const opened = readUniverse(text);
      for (const { symbol } of opened.all()) expect(typeof symbol).toBe('string');
      opened.get('EPAC');
    }),
  );

  it(
    'is refused by its reader, or gives series whose parts fit, in no more room than it has',
    () => {
      fc.assert(
        fc.property(one, (read) => void attempt(read)),
        { numRuns: CASES.dataFiles },
      );
    },
    PATIENCE,
  );

  it('makes no room for numbers that cannot be there', () => {
    const packer = new Packer();
    const [offset, bytes] = packer.integers([1, 2, 3]);
    const column = [offset, bytes, 2 ** 30];
    const hostile = packer.finish({
      calendar: [offset, bytes, 3],
      provenance: {},
      companies: { EPAC: { runs: [offset, bytes, 3], closes: column } },
      index: { IWM: { days: column, values: column, decimals: 2 } },
    });
    expect(() => readPrices(hostile)).toThrow('wrong length');
    expect(() => readCompanies(hostile)('EPAC')).toThrow('wrong length');
  });
});

describe('files that do not match their checksums', () => {
  /** What a file says: of the manifest its JSON, in which a line's end may as well be a tab. */
  const said = (name: string, bytes: Uint8Array) => {
    const body = Buffer.from(bytes);
    return name === MANIFEST_FILE ? JSON.parse(body.toString()) : body.toString('base64');
  };

  it(
    'are refused with words, or read exactly as they were',
    async () => {
      const manifest = file(MANIFEST_FILE);
      const victims = ['prices.bin', 'macro.bin', 'figures.json'];
      const damage = fc
        .constantFrom(MANIFEST_FILE, ...victims)
        .chain((name) =>
          damagedBytes(name === MANIFEST_FILE ? manifest : file(name)).map((bytes) => [name, bytes] as const),
        );
      await fc.assert(
        fc.asyncProperty(damage, async ([name, bytes]) => {
          try {
            const dataset = await openDataset(async (wanted) =>
              wanted === name ? bytes : readShipped(wanted),
            );
            await dataset.check('EPAC');
            expect(said(name, bytes)).toEqual(said(name, file(name)));
          } catch (error) {
            expect(error).toBeInstanceOf(DatasetError);
            expect((error as Error).message).toMatch(/^The market data are .*\.$/);
          }
        }),
        { numRuns: CASES.checkedFiles },
      );
    },
    PATIENCE,
  );
});

describe('a damaged file of changes', () => {
  const before = new Map([
    ['a', encodeIntegers(Array.from({ length: 500 }, (_, i) => i * 7))],
    ['b', Uint8Array.of(1, 2)],
  ]);
  const after = new Map([
    ['a', encodeIntegers(Array.from({ length: 500 }, (_, i) => i * 7 + (i > 250 ? 1 : 0)))],
    ['b', Uint8Array.of(3)],
    ['c', new Uint8Array(300).fill(5)],
  ]);
  const packed = packDelta(before, after);

  it(
    'is refused, or makes files of bounded length',
    () => {
      expect(unpackDelta(packed, (name) => before.get(name)!)).toEqual(after);
      fc.assert(
        fc.property(damagedBytes(packed), (bytes) => {
          const files = attempt(() => unpackDelta(bytes, (name) => before.get(name)!));
          for (const body of files?.values() ?? []) expect(body.length).toBeLessThanOrEqual(16e6);
        }),
        { numRuns: CASES.deltas },
      );
    },
    PATIENCE,
  );

  it('cannot ask for a file of any length', () => {
    // The length stands first, in digits to the base of 64: this is 64^5.
    const huge = new TextEncoder().encode('100000\n');
    const header = new TextEncoder().encode(
      JSON.stringify([{ file: 'a', kind: 'difference', bytes: huge.length }]),
    );
    const bytes = new Uint8Array(4 + header.length + huge.length);
    new DataView(bytes.buffer).setUint32(0, header.length, true);
    bytes.set(header, 4);
    bytes.set(huge, 4 + header.length);
    expect(() => unpackDelta(bytes, (name) => before.get(name)!)).toThrow('too long');
  });
});
