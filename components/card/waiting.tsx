import { t } from '../../lib/i18n';

/** That the card is still loading, or why it did not come. */
export function Waiting({ failure, onAgain }: { failure: string | null; onAgain: () => void }) {
  if (failure === null)
    return (
      <p class="part mute" role="status">
        {t('common.loading')}
      </p>
    );
  return (
    <div class="part" role="alert">
      <p>{failure}</p>
      <button type="button" class="button" onClick={onAgain}>
        {t('common.tryAgain')}
      </button>
    </div>
  );
}
