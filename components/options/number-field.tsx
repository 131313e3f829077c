import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { typed as asTyped } from '../../lib/i18n/format';

interface Props {
  label: string;
  /** The label is for screen readers only, where the row says it. */
  quiet?: boolean;
  /** A slider beside the number, for the pointer. */
  slider?: boolean;
  value: number;
  min: number;
  max: number;
  step: number;
  /** What follows the number, e.g. "million dollars". */
  unit?: string;
  /** Answers what is wrong, in the user's words. */
  onSave: (value: number) => Promise<string | undefined>;
}

/** Wait after a keystroke, milliseconds: "12" is not saved as "1". */
const PAUSE = 250;
/** The same for a slider on its way, whose every step is a whole number. */
const SLIDING = 60;

/** A number that is saved as it is typed; a wrong one stays in the field, with what is wrong beside it. */
export function NumberField({ label, quiet, slider, value, min, max, step, unit, onSave }: Props) {
  const id = useId();
  const [text, setText] = useState(String(value));
  const [error, setError] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef(value);

  // A change from elsewhere (another window, an undo, a preset) replaces what is typed.
  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    setText(String(value));
    setError('');
  }, [value]);

  const save = async (typed: string) => {
    const number = typed.trim() === '' ? Number.NaN : Number(typed);
    if (!(number >= min && number <= max)) {
      setError(t('options.numberRange', { min: asTyped(min), max: asTyped(max) }));
      return;
    }
    const before = shown.current;
    shown.current = number;
    const problem = await onSave(number);
    // What was typed stays, beside what is wrong with it.
    if (problem !== undefined) shown.current = before;
    setError(problem ?? '');
  };
  const take = (typed: string, pause: number) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(save, pause, typed);
  };
  return (
    <span class="field">
      <label for={id} class={quiet ? 'unseen' : undefined}>
        {label}
      </label>
      {slider && (
        <input
          type="range"
          aria-hidden="true"
          tabIndex={-1}
          value={Number(text)}
          min={min}
          max={max}
          step={step}
          onInput={({ currentTarget }) => take(currentTarget.value, SLIDING)}
        />
      )}
      <input
        id={id}
        type="number"
        inputMode="decimal"
        value={text}
        min={min}
        max={max}
        step={step}
        aria-invalid={error !== ''}
        aria-describedby={`${id}-error`}
        onInput={({ currentTarget }) => take(currentTarget.value, PAUSE)}
      />
      {unit && <span class="mute">{unit}</span>}
      <span id={`${id}-error`} class="error" role="status">
        {error}
      </span>
    </span>
  );
}
