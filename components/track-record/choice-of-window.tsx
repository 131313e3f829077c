import { monthsWords } from '../../lib/track-record/words';
import { Chips } from '../chips';

interface Props {
  horizons: readonly number[];
  chosen: number;
  label: string;
  onChoose: (horizon: number) => void;
}

/** Buttons for the length of the window after each month's end. */
export function ChoiceOfWindow({ horizons, chosen, label, onChoose }: Props) {
  return (
    <Chips
      class="chart-periods window"
      label={label}
      chips={horizons.map((value) => ({ value, words: monthsWords(value) }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}
