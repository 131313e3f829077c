import { t } from '../../../lib/i18n';
import { Export } from './export';
import { Import } from './import';

/** All options as one file, and back from one. */
export function TransferOptions() {
  return (
    <section id="transfer" aria-labelledby="transfer-title">
      <h2 id="transfer-title">{t('options.transfer.title')}</h2>
      <Export />
      <Import />
    </section>
  );
}
