import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import type { Reading } from '../lib/thesis/types';
import { VERDICTS } from '../lib/verdicts';
import { showDay } from './format';
import { SourceLink } from './source-link';
import { Shape } from './verdict';

interface Props {
  reading: Reading;
  /** Draws the strength as a bar. */
  bar?: boolean;
  /** More to show once it is open, between the explanation and the source. */
  children?: ComponentChildren;
}

/** One reading: verdict, title, bar, short reading and its date; the explanation and source on demand. */
export function FactorRow({ reading, bar = true, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { verdict, strength, asOf } = reading;
  return (
    <li class="factor">
      <button
        type="button"
        class="factor-row"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Shape verdict={verdict} />
        <span class="factor-title">{reading.title}</span>
        {bar && <StrengthBar strength={strength} verdict={verdict} />}
        <span class="factor-short">{reading.short}</span>
        <span class="factor-date">{asOf !== null && <time>{showDay(asOf)}</time>}</span>
      </button>
      <div id={id} class="factor-more" hidden={!open}>
        <p>{reading.claim}</p>
        <p>
          <strong>{t('reading.verdict', { verdict: VERDICTS[verdict].word })}</strong> {reading.explanation}
        </p>
        {open && children}
        <p class="mute">
          <SourceLink source={reading.source} url={reading.url} />
          {asOf !== null && ` · ${showDay(asOf)}`}
        </p>
      </div>
    </li>
  );
}

function StrengthBar({ strength, verdict }: Pick<Reading, 'strength' | 'verdict'>) {
  return (
    <span class="bar" data-verdict={verdict} aria-hidden="true">
      {strength !== null && <i style={{ width: `${Math.round(strength * 100)}%` }} />}
    </span>
  );
}
