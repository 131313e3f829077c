import { t } from '../../../lib/i18n';
import { typed } from '../../../lib/i18n/format';
import type { Settings } from '../../../lib/settings/schema';
import { FACTORS } from '../../../lib/thesis/fit';
import { SIGNALS } from '../../../lib/thesis/signals';
import { THRESHOLDS, type Threshold } from '../../../lib/thesis/thresholds';
import { NumberField } from '../number-field';
import type { SetThesis } from './thesis-options';

interface Props {
  thresholds: Settings['thesis']['thresholds'];
  set: SetThesis;
}

const TITLES = new Map<string, string>([...SIGNALS, ...FACTORS].map(({ id, title }) => [id, title]));

/** Where each ramp from a measure to its strength has its corners. */
export function Thresholds({ thresholds, set }: Props) {
  return (
    <details class="part" data-find>
      <summary>
        <b>{t('options.thresholds.title')}</b>
      </summary>
      <p class="mute">{t('options.thresholds.intro')}</p>
      <ul class="rows">
        {THRESHOLDS.map((one) => (
          <Corners key={one.id} threshold={one} thresholds={thresholds} set={set} />
        ))}
      </ul>
    </details>
  );
}

function Corners({ threshold, thresholds, set }: Props & { threshold: Threshold }) {
  const { id, part, measures, ramp } = threshold;
  const own = ramp.corners.map(([measure]) => tidy(measure));
  const now = thresholds[id] ?? own;
  const title = TITLES.get(part) ?? part;
  const { [id]: _, ...others } = thresholds;
  const what = t('options.thresholds.of', { title });
  return (
    <li data-find>
      <fieldset class="corners">
        <legend>
          {title}: {measures}
        </legend>
        {ramp.corners.map(([, strength], i) => {
          const points = typed(Math.round(strength * 100));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: corners have no other name
            <span key={i} class="corner">
              <NumberField
                label={t('options.thresholds.corner', { points })}
                value={now[i]!}
                min={-1e6}
                max={1e6}
                step={stepOf(own)}
                onSave={(measure) => {
                  const next = now.map((one, at) => (at === i ? measure : one));
                  const isOwn = next.every((one, at) => one === own[at]);
                  return set({ thresholds: isOwn ? others : { ...others, [id]: next } }, what);
                }}
              />
            </span>
          );
        })}
        {thresholds[id] && (
          <button
            type="button"
            class="button"
            aria-label={t('options.thresholds.resetOne', { title })}
            onClick={() => set({ thresholds: others }, what)}
          >
            {t('options.thresholds.reset')}
          </button>
        )}
      </fieldset>
    </li>
  );
}

/** A corner without the traces of binary fractions. */
const tidy = (measure: number) => Number(measure.toPrecision(12));

/** A twentieth of a ramp's width, in round numbers. */
function stepOf(corners: readonly number[]): number {
  return 10 ** Math.floor(Math.log10((corners.at(-1)! - corners[0]!) / 10));
}
