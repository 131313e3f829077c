import { ensureBuilt } from '../lib/build';
import { LIMITS_KB, loadedKb } from '../lib/surface-sizes';
import type { Row } from './row';

/** Size of what each surface loads, packed, against its stated limit. */
export async function sizes(): Promise<Row[]> {
  const folder = ensureBuilt('chromium');
  return Object.entries(LIMITS_KB).map(([surface, limit]) => {
    const kb = loadedKb(folder, surface);
    return {
      name: `size-${surface.replace(/\.\w+$/, '')}`,
      what: `${kb.toFixed(1)} KB packed / ${limit} KB`,
      ratio: kb / limit,
      limit: 1,
    };
  });
}
