import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { Unseen } from '../unseen';

interface Props {
  label: string;
  /** What the label leaves out, for a screen reader. */
  more?: string;
  /** Asked before anything is done. */
  question: string;
  disabled?: boolean;
  onYes: () => void;
}

/** A button for what cannot be undone: it asks first, in its own place. */
export function AskFirst({ label, more, question, disabled, onYes }: Props) {
  const [asking, setAsking] = useState(false);
  const answer = useRef<HTMLButtonElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  // The focus goes with the question and comes back from it.
  useEffect(() => {
    if (asking) answer.current?.focus();
    else if (asked.current) button.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button ref={button} type="button" class="button" disabled={disabled} onClick={() => setAsking(true)}>
        {label}
        {more && <Unseen> {more}</Unseen>}
      </button>
    );
  }
  return (
    <fieldset class="asking" onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}>
      <legend>{question}</legend>
      <span class="buttons">
        <button
          type="button"
          class="button"
          onClick={() => {
            setAsking(false);
            onYes();
          }}
        >
          {label}
        </button>
        <button ref={answer} type="button" class="button" onClick={() => setAsking(false)}>
          {t('options.keep')}
        </button>
      </span>
    </fieldset>
  );
}
