import { useId } from 'preact/hooks';

interface Props<Value extends string> {
  title: string;
  value: Value;
  choices: readonly { value: Value; label: string; note?: string }[];
  onChoose: (value: Value) => void;
}

/** One of a few. */
export function Choice<Value extends string>({ title, value, choices, onChoose }: Props<Value>) {
  const name = useId();
  return (
    <fieldset class="choice" data-find>
      <legend>{title}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>
            {choice.label}
            {choice.note && <small class="mute">{choice.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
