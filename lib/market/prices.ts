import { scaled } from './codec';
import { type Column, Packer, Unpacker } from './pack';
import type { IndexSymbol, PriceSeries, Provenance, Series } from './types';

/** The file of index closes: IWM and SPY day by day, and weekly closes of the large AI names. */
export interface Prices {
  index: Record<IndexSymbol, PriceSeries>;
  aiBasket: Record<string, Series>;
}

interface Header {
  index: Record<IndexSymbol, Coded & { provenance: Provenance }>;
  aiBasket: Record<string, Coded>;
}

/** Values are whole numbers of 10^-decimals dollars. */
interface Coded {
  days: Column;
  values: Column;
  decimals: number;
}

const INDEX_DECIMALS = 4;
const BASKET_DECIMALS = 2;

export function writePrices({ index, aiBasket }: Prices): Uint8Array {
  const packer = new Packer();
  const coded = ({ days, values }: Series, decimals: number): Coded => ({
    days: packer.slow(days),
    values: packer.slow(values.map((value) => Math.round(value * 10 ** decimals))),
    decimals,
  });
  const daily = (series: PriceSeries) => ({
    ...coded(series, INDEX_DECIMALS),
    provenance: series.provenance,
  });
  const header: Header = {
    index: { IWM: daily(index.IWM), SPY: daily(index.SPY) },
    aiBasket: Object.fromEntries(
      Object.entries(aiBasket).map(([symbol, series]) => [symbol, coded(series, BASKET_DECIMALS)]),
    ),
  };
  return packer.finish(header);
}

/** @throws Error of some kind when the file is not what `writePrices` writes. */
export function readPrices(file: Uint8Array): Prices {
  const unpacker = new Unpacker<Header>(file);
  const series = ({ days, values, decimals }: Coded): Series => ({
    days: unpacker.days(days),
    values: scaled(unpacker.slow(values), 10 ** decimals),
  });
  const { index, aiBasket } = unpacker.header;
  const daily = (coded: Header['index']['IWM']): PriceSeries => ({
    ...series(coded),
    provenance: coded.provenance,
  });
  return {
    index: { IWM: daily(index.IWM), SPY: daily(index.SPY) },
    aiBasket: Object.fromEntries(Object.entries(aiBasket).map(([symbol, coded]) => [symbol, series(coded)])),
  };
}
