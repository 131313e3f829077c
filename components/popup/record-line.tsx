import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { send } from '../../lib/messaging';
import { openSidePanel } from '../open-side-panel';
import { current, thesis } from './state';

/** What followed on scores like today's, in one sentence, and the way to the whole record. */
export function RecordLine() {
  const [line, setLine] = useState('');
  // The thesis is read anew once other options are kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the thesis stands for the options
  useEffect(() => {
    let gone = false;
    send('record-line', {}).then(
      (answer) => gone || setLine(answer.line),
      (reason: Error) => gone || setLine(reason.message),
    );
    return () => {
      gone = true;
    };
  }, [thesis.value]);
  return (
    <section class="pad record-line" aria-label={t('popup.record.label')}>
      <p>{line}</p>
      <button
        type="button"
        class="link"
        onClick={async () => {
          await openSidePanel('track-record', current?.windowId);
          window.close();
        }}
      >
        {t('popup.record.open')}
      </button>
    </section>
  );
}
