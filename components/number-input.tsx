interface Props {
  class: string;
  words: string;
  value: number | undefined;
  max?: number;
  onChange: (value: number | undefined) => void;
}

/** A number from 0 up that may be left out; what is no number counts as left out. */
export function NumberInput({ class: className, words, value, max, onChange }: Props) {
  return (
    <label class={className}>
      <span>{words}</span>
      <input
        type="number"
        inputMode="decimal"
        min={0}
        max={max}
        step="any"
        value={value ?? ''}
        onInput={({ currentTarget: { valueAsNumber } }) =>
          onChange(Number.isFinite(valueAsNumber) ? valueAsNumber : undefined)
        }
      />
    </label>
  );
}
