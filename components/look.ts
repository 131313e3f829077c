import { t } from '../lib/i18n';
import type { Settings } from '../lib/settings/schema';

/** Names the language of an extension page's texts, for screen readers and hyphenation. */
export function nameLanguage(): void {
  document.documentElement.lang = t('lang');
}

/** Shows an extension page in the user's theme and palette. */
export function applyLook({ theme, palette }: Pick<Settings, 'theme' | 'palette'>): void {
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  dataset.palette = palette;
}
