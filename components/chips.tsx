interface Props<Value extends string | number> {
  /** What is chosen, for who cannot see where the buttons stand. */
  label: string;
  chips: readonly { value: Value; words: string; title?: string }[];
  chosen: Value;
  onChoose: (value: Value) => void;
  class?: string;
}

/** One of a few short words, as a row of buttons. */
export function Chips<Value extends string | number>({
  label,
  chips,
  chosen,
  onChoose,
  class: className = 'chips',
}: Props<Value>) {
  return (
    <fieldset class={className} aria-label={label}>
      {chips.map(({ value, words, title }) => (
        <button
          key={value}
          type="button"
          class="chip"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
          title={title}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}
