import { monthsWords } from '../../lib/track-record/words';

interface Props {
  horizons: readonly number[];
  chosen: number;
  label: string;
  onChoose: (horizon: number) => void;
}

/** Buttons for the length of the window after each month's end. */
export function ChoiceOfWindow({ horizons, chosen, label, onChoose }: Props) {
  return (
    <fieldset class="chart-periods window" aria-label={label}>
      {horizons.map((horizon) => (
        <button
          key={horizon}
          type="button"
          class="chip"
          aria-pressed={horizon === chosen}
          onClick={() => onChoose(horizon)}
        >
          {monthsWords(horizon)}
        </button>
      ))}
    </fieldset>
  );
}
