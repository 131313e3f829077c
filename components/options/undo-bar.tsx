import { useEffect } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { hidden, steps, undoLast, undone } from './undo';

/** Says what was changed last and takes it back; Ctrl+Z does so too, outside of text. */
export function UndoBar() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey);
      if (!isUndo || event.shiftKey || event.altKey || isText(event.target) || !steps.value.length) return;
      event.preventDefault();
      undoLast();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  // Put away, it stays as a place for what is told next, which a screen reader knows.
  const all = hidden.value ? [] : steps.value;
  const last = all.at(-1);
  const done = hidden.value ? null : undone.value;
  const said = done
    ? (done.error ?? t('options.undo.undone', { what: done.what }))
    : last
      ? t('options.undo.changed', { what: last.what })
      : '';
  return (
    <aside class="undo-bar" data-empty={said === '' && !last} aria-label={t('options.undo.title')}>
      <p role="status">{said}</p>
      {last && (
        <button
          type="button"
          class="button"
          aria-label={t('options.undo.undoWhat', { what: last.what })}
          onClick={() => undoLast()}
        >
          {t('options.undo.undo')}
        </button>
      )}
      {all.length > 1 && (
        <details>
          <summary>{t('options.undo.earlier', all.length - 1)}</summary>
          <ol>
            {all
              .slice(0, -1)
              .toReversed()
              .map(({ what, at }) => (
                <li key={at}>{what}</li>
              ))}
          </ol>
        </details>
      )}
      {said && (
        <button
          type="button"
          class="link"
          title={t('options.undo.hide')}
          aria-label={t('options.undo.hide')}
          onClick={() => {
            hidden.value = true;
          }}
        >
          ×
        </button>
      )}
    </aside>
  );
}

/** Whether keys belong to a text that is being written. */
export function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['range', 'radio', 'checkbox', 'file'].includes(target.type))
  );
}
