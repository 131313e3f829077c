import { t } from '../lib/i18n';
import type { Settings } from '../lib/settings/schema';

/** Shows an extension page in the user's theme and palette, and names the language of its texts. */
export function applyLook({ theme, palette }: Pick<Settings, 'theme' | 'palette'>): void {
  const { dataset } = document.documentElement;
  document.documentElement.lang = t('lang');
  dataset.theme = theme;
  dataset.palette = palette;
}
