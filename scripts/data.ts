import { parseArgs } from 'node:util';
import { formatDay } from '../lib/market/day';
import { buildDataset } from './data/build';
import { STOCKS_AS_OF } from './data/prices';

/** `npm run data -- [--from DIR] [--out DIR]` builds the default data set from raw files. */
const { values: options } = parseArgs({
  options: {
    from: { type: 'string', default: '../shared/data' },
    out: { type: 'string', default: 'public/data' },
  },
});
const parts = await buildDataset(options.from, options.out);
for (const { name, files } of parts) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`${name.padEnd(10)} ${String(bytes).padStart(8)} bytes in ${files.length} file(s)`);
}
console.log(`Stocks as of ${formatDay(STOCKS_AS_OF)}, written to ${options.out}`);
