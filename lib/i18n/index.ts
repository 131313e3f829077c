import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '../../.wxt/i18n/structure';

/** A text of en.yml in the browser's language: `t('verdict.fits')`, `t('popup.signals', count, { list })`. */
export const { t } = createI18n<GeneratedI18nStructure>();
