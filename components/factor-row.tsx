import { useId, useState } from 'preact/hooks';
import type { Reading } from '../lib/thesis/types';
import { VERDICTS } from '../lib/verdicts';
import { showDay, showShortDay } from './format';
import { Shape } from './verdict';

interface Props {
  reading: Reading;
  /** Draws the strength as a bar. */
  bar?: boolean;
}

/** One reading: verdict, title, bar, short reading and its date; the explanation and source on demand. */
export function FactorRow({ reading, bar = true }: Props) {
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
        <span class="factor-date">
          {asOf === null ? '' : <time title={showDay(asOf)}>{showShortDay(asOf)}</time>}
        </span>
      </button>
      <div id={id} class="factor-more" hidden={!open}>
        <p>{reading.claim}</p>
        <p>
          <strong>{VERDICTS[verdict].word}.</strong> {reading.explanation}
        </p>
        <p class="mute">
          {reading.url ? (
            <a href={reading.url} target="_blank" rel="noopener noreferrer">
              {reading.source}
            </a>
          ) : (
            reading.source
          )}
          {asOf !== null && `, ${showDay(asOf)}`}
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
