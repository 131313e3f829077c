import { t } from '../../lib/i18n';
import type { FactorId, Verdict } from '../../lib/thesis/types';
import { VERDICTS } from '../../lib/verdicts';
import { NumberInput } from '../number-input';
import { board, filter, filters, sectors } from './state';
import { clearFilters } from './toolbar';

const MILLION = 1e6;
const WANTED: Verdict[] = ['supports', 'neutral', 'against', 'unknown'];

/** Bounds, the sector, and what single factors say. */
export function FilterPanel() {
  const { scoreFrom, scoreTo, sector, capFrom, capTo, factors } = filters.value;
  const want = (id: FactorId, verdict: string) => {
    const { [id]: _, ...others } = factors;
    filter({ factors: verdict === '' ? others : { ...others, [id]: verdict as Verdict } });
  };
  return (
    <div class="board-panel">
      <div class="board-fields">
        <NumberInput
          class="board-field"
          words={t('board.scoreFrom')}
          value={scoreFrom}
          max={100}
          onChange={(value) => filter({ scoreFrom: value })}
        />
        <NumberInput
          class="board-field"
          words={t('board.scoreTo')}
          value={scoreTo}
          max={100}
          onChange={(value) => filter({ scoreTo: value })}
        />
        <NumberInput
          class="board-field"
          words={t('board.capFrom')}
          value={capFrom === undefined ? undefined : capFrom / MILLION}
          onChange={(value) => filter({ capFrom: value === undefined ? undefined : value * MILLION })}
        />
        <NumberInput
          class="board-field"
          words={t('board.capTo')}
          value={capTo === undefined ? undefined : capTo / MILLION}
          onChange={(value) => filter({ capTo: value === undefined ? undefined : value * MILLION })}
        />
        <label class="board-field">
          <span>{t('board.sector')}</span>
          <select value={sector} onChange={({ currentTarget }) => filter({ sector: currentTarget.value })}>
            <option value="">{t('board.anySector')}</option>
            {sectors.value.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset class="board-factors">
        <legend>{t('board.factorFilters')}</legend>
        <div class="board-fields">
          {board.value?.factors.map(({ id, title }) => (
            <label key={id} class="board-field">
              <span>{title}</span>
              <select
                value={factors[id] ?? ''}
                onChange={({ currentTarget }) => want(id, currentTarget.value)}
              >
                <option value="">{t('board.any')}</option>
                {WANTED.map((verdict) => (
                  <option key={verdict} value={verdict}>
                    {VERDICTS[verdict].shape} {VERDICTS[verdict].word}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </fieldset>
      <button type="button" class="button" onClick={clearFilters}>
        {t('board.clear')}
      </button>
    </div>
  );
}
