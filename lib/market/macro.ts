import { scaled } from './codec';
import { type Column, Packer, Unpacker } from './pack';
import type { MacroId, MacroSeries, Vintage } from './types';

type Header = (Omit<MacroSeries, 'vintages'> & {
  /** Values are whole numbers of 10^-decimals units. */
  decimals: number;
  /** `lags` is the days from an observation to its release. */
  vintages: { takenOn: number; days: Column; values: Column; lags: Column }[];
})[];

/** Decimals that the values of one series carry at most. */
function decimalsOf(series: MacroSeries): number {
  const exact = (decimals: number) =>
    series.vintages.every(({ values }) => values.every((value) => Number(value.toFixed(decimals)) === value));
  let decimals = 0;
  while (!exact(decimals)) decimals++;
  return decimals;
}

export function writeMacro(all: MacroSeries[]): Uint8Array {
  const packer = new Packer();
  const header: Header = all.map((series) => {
    const decimals = decimalsOf(series);
    return {
      ...series,
      decimals,
      vintages: series.vintages.map(({ takenOn, days, values, knownOn }) => ({
        takenOn,
        days: packer.slow(days),
        values: packer.slow(values.map((value) => Math.round(value * 10 ** decimals))),
        lags: packer.integers(knownOn.map((known, i) => known - (days[i] ?? 0))),
      })),
    };
  });
  return packer.finish(header);
}

/** @throws Error of some kind when the file is not what `writeMacro` writes. */
export function readMacro(file: Uint8Array): Partial<Record<MacroId, MacroSeries>> {
  const unpacker = new Unpacker<Header>(file);
  const series = unpacker.header.map(({ decimals, vintages, ...rest }): MacroSeries => {
    const read = vintages.map((coded): Vintage => {
      const days = unpacker.days(coded.days);
      return {
        takenOn: coded.takenOn,
        days,
        values: scaled(unpacker.slow(coded.values), 10 ** decimals),
        knownOn: unpacker.integers(coded.lags).map((lag, i) => lag + (days[i] ?? 0)),
      };
    });
    return { ...rest, vintages: read };
  });
  return Object.fromEntries(series.map((one) => [one.id, one]));
}
