import type { Settings } from '../lib/settings/schema';

/** Shows an extension page in the user's theme and palette. */
export function applyLook({ theme, palette }: Pick<Settings, 'theme' | 'palette'>): void {
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  dataset.palette = palette;
}
