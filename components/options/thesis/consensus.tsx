import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { same } from '../../../lib/settings/revert';
import type { Settings } from '../../../lib/settings/schema';
import { showDay } from '../../format';
import { SourceLink } from '../../source-link';
import { Shape } from '../../verdict';
import { thesis } from '../state';
import type { SetThesis } from './thesis-options';

type Kept = Settings['thesis']['consensus'];

/** What is in the fields, as typed. */
interface Draft {
  growthSmall: string;
  growthLarge: string;
  multipleSmall: string;
  multipleLarge: string;
  knownOn: string;
  source: string;
}

const figure = { type: 'number', step: 'any' } as const;

const FIELDS = [
  ['growthSmall', figure, t('options.consensus.growthSmall')],
  ['growthLarge', figure, t('options.consensus.growthLarge')],
  ['multipleSmall', figure, t('options.consensus.multipleSmall')],
  ['multipleLarge', figure, t('options.consensus.multipleLarge')],
  ['knownOn', { type: 'date' }, t('options.consensus.knownOn')],
  ['source', { type: 'text', maxLength: 200 }, t('options.consensus.source')],
] as const;

/** The figures of analysts that two signals stand on: the article's, until the user enters newer ones. */
export function Consensus({ kept, set }: { kept: Kept; set: SetThesis }) {
  const [draft, setDraft] = useState(draftOf(kept));
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept, not the object that holds it
  useEffect(() => {
    setDraft(draftOf(kept));
    setSaid('');
  }, [JSON.stringify(kept)]);

  /** Saved as soon as it is whole; until then it says what is missing. */
  const take = async (next: Draft) => {
    const read = readDraft(next);
    if ('missing' in read) setSaid(read.missing);
    else if (!same(read.consensus, kept)) {
      setSaid((await set({ consensus: read.consensus }, t('options.consensus.title'))) ?? '');
    }
  };
  return (
    <fieldset class="consensus" data-find>
      <legend>{t('options.consensus.title')}</legend>
      <p class="mute">{t('options.consensus.intro')}</p>
      <Readings />
      <div class="grid">
        {FIELDS.map(([name, attributes, label]) => (
          <label key={name}>
            <span>{label}</span>
            <input
              {...attributes}
              value={draft[name]}
              autocomplete="off"
              aria-describedby="consensus-said"
              onInput={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
              onChange={({ currentTarget }) => take({ ...draft, [name]: currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <p>
        <span id="consensus-said" class={said ? 'error' : 'mute'} role="status">
          {said || (kept ? t('options.consensus.own') : t('options.consensus.none'))}
        </span>
      </p>
      {kept && (
        <button
          type="button"
          class="button"
          onClick={async () => setSaid((await set({ consensus: null }, t('options.consensus.title'))) ?? '')}
        >
          {t('options.consensus.back')}
        </button>
      )}
    </fieldset>
  );
}

/** What the two signals make of the figures today, with their date and source. */
function Readings() {
  const signals = thesis.value?.report?.signals ?? [];
  const these = signals.filter(({ id }) => id === 'earnings-growth-gap' || id === 'valuation');
  return (
    <ul class="readings">
      {these.map(({ id, title, verdict, explanation, source, url, asOf }) => (
        <li key={id}>
          <Shape verdict={verdict} /> <b>{title}</b>{' '}
          <span class="mute">
            {explanation}
            {asOf !== null && (
              <>
                {' '}
                <SourceLink source={source} url={url} />, {showDay(asOf)}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function draftOf(kept: Kept): Draft {
  const { growthPct, forwardMultiple, knownOn = '', source = '' } = kept ?? {};
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  return {
    growthSmall: text(growthPct?.small),
    growthLarge: text(growthPct?.large),
    multipleSmall: text(forwardMultiple?.small),
    multipleLarge: text(forwardMultiple?.large),
    knownOn,
    source,
  };
}

function readDraft(draft: Draft): { consensus: NonNullable<Kept> } | { missing: string } {
  const pair = (small: string, large: string) =>
    small === '' || large === '' ? undefined : { small: Number(small), large: Number(large) };
  const { growthSmall, growthLarge, multipleSmall, multipleLarge, knownOn, source } = draft;
  if ((growthSmall === '') !== (growthLarge === '') || (multipleSmall === '') !== (multipleLarge === '')) {
    return { missing: t('options.consensus.both') };
  }
  const growthPct = pair(growthSmall, growthLarge);
  const forwardMultiple = pair(multipleSmall, multipleLarge);
  if (!growthPct && !forwardMultiple) return { missing: t('settings.noFigures') };
  if (knownOn === '') return { missing: t('options.consensus.needsDate') };
  if (knownOn > today()) return { missing: t('options.consensus.future') };
  if (source.trim() === '') return { missing: t('settings.source') };
  return {
    consensus: {
      ...(growthPct && { growthPct }),
      ...(forwardMultiple && { forwardMultiple }),
      knownOn,
      source: source.trim(),
    },
  };
}

const today = () => new Date().toISOString().slice(0, 10);
