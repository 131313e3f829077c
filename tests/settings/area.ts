import type { Area } from '../../lib/kept/kept';

/** Storage in memory that copies what passes, as the browser's does. */
export function memoryArea(kept: Record<string, unknown> = {}): Area & { kept: Record<string, unknown> } {
  return {
    kept,
    async get(keys) {
      return structuredClone(
        Object.fromEntries(keys.filter((key) => key in kept).map((key) => [key, kept[key]])),
      );
    },
    async set(items) {
      Object.assign(kept, structuredClone(items));
    },
  };
}
