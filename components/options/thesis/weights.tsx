import { t } from '../../../lib/i18n';
import type { Reading } from '../../../lib/thesis/types';
import { showShare } from '../../format';
import { Shape } from '../../verdict';
import { NumberField } from '../number-field';

interface Props<Id extends string> {
  title: string;
  parts: readonly { id: Id; title: string; claim: string }[];
  weights: Record<Id, number>;
  readings?: readonly Reading<Id>[];
  onSave: (id: Id, weight: number, what: string) => Promise<string | undefined>;
}

/** How much each part counts, as a weight and as its share of all. */
export function Weights<Id extends string>({ title, parts, weights, readings, onSave }: Props<Id>) {
  const total = parts.reduce((sum, { id }) => sum + weights[id], 0);
  return (
    <fieldset class="weights" data-find>
      <legend>{title}</legend>
      <ul class="rows">
        {parts.map(({ id, title: name, claim }) => {
          const reading = readings?.find((one) => one.id === id);
          const label = t('options.thesis.weight', { name });
          return (
            <li key={id} data-find>
              <span>
                {reading && <Shape verdict={reading.verdict} />} <b>{name}</b>
                <small class="mute">{claim}</small>
              </span>
              <NumberField
                label={label}
                quiet
                slider
                value={weights[id]}
                min={0}
                max={10}
                step={0.5}
                unit={showShare(100 * (weights[id] / total))}
                onSave={(weight) => onSave(id, weight, label)}
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
