import { t } from '../../../lib/i18n';
import { Hosts } from './hosts';
import { Requests } from './requests';

/** What leaves this machine: nothing, or what is listed here. */
export function PrivacyOptions() {
  return (
    <section id="privacy" aria-labelledby="privacy-title">
      <h2 id="privacy-title">{t('options.privacy.title')}</h2>
      <p data-find>{t('options.privacy.pages')}</p>
      <p data-find>{t('options.privacy.network')}</p>
      <Hosts />
      <Requests />
    </section>
  );
}
