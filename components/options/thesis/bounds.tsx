import { t } from '../../../lib/i18n';
import type { ThesisOptions } from '../../../lib/thesis/types';
import { NumberField } from '../number-field';
import type { SetThesis } from './thesis-options';

const MILLION = 1e6;

interface Props {
  smallCapUsd: ThesisOptions['smallCapUsd'];
  set: SetThesis;
}

/** Market values that count as small. */
export function Bounds({ smallCapUsd, set }: Props) {
  const bound = (which: 'min' | 'max', label: string) => (
    <p>
      <NumberField
        label={label}
        value={smallCapUsd[which] / MILLION}
        min={0}
        max={10_000_000}
        step={50}
        unit={t('options.bounds.unit')}
        onSave={(millions) =>
          set({ smallCapUsd: { ...smallCapUsd, [which]: millions * MILLION } }, t('options.bounds.title'))
        }
      />
    </p>
  );
  return (
    <fieldset data-find>
      <legend>{t('options.bounds.title')}</legend>
      <p class="mute">{t('options.bounds.intro')}</p>
      {bound('min', t('options.bounds.from'))}
      {bound('max', t('options.bounds.to'))}
    </fieldset>
  );
}
