import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import type { Settings } from '../../../lib/settings/schema';
import { thesisOptions } from '../../../lib/settings/thesis-options';
import { FACTORS } from '../../../lib/thesis/fit';
import { SIGNALS } from '../../../lib/thesis/signals';
import { NumberField } from '../number-field';
import { save, thesis } from '../state';
import { AiNames } from './ai-names';
import { Bounds } from './bounds';
import { Consensus } from './consensus';
import { Presets } from './presets';
import { Sensitivity } from './sensitivity';
import { Thresholds } from './thresholds';
import { Today, wantedTicker } from './today';
import { Weights } from './weights';

type Kept = Settings['thesis'];
/** Saves a part of the thesis's options; answers what was wrong, in the user's words. */
export type SetThesis = (part: Partial<Kept>, what: string) => Promise<string | undefined>;

/** A Russell 2000 member to try the options on, until the user names another. */
const EXAMPLE = 'EPAC';

/** What a score is made of, with today's score beside it. */
export function ThesisSection({ kept }: { kept: Settings }) {
  const set: SetThesis = (part, what) =>
    save((settings) => ({ thesis: { ...settings.thesis, ...part } }), what);
  const [resets, setResets] = useState(0);
  const [ticker, setTicker] = useState(EXAMPLE);
  return (
    <section id="thesis" aria-labelledby="thesis-title">
      <h2 id="thesis-title">{t('options.thesis.title')}</h2>
      <p class="mute">{t('options.thesis.intro')}</p>
      <Today ticker={ticker} onTicker={setTicker} />
      <Presets
        kept={kept.thesis}
        set={(part, what) => {
          setResets(resets + 1);
          return set(part, what);
        }}
      />
      <Fields key={resets} kept={kept} set={set} />
      <Sensitivity ticker={wantedTicker(ticker)} />
    </section>
  );
}

/** The options one by one; made anew by a preset, so that nothing typed stays. */
function Fields({ kept, set }: { kept: Settings; set: SetThesis }) {
  const options = thesisOptions(kept);
  return (
    <>
      <p data-find>
        <NumberField
          label={t('options.thesis.share')}
          value={Math.round(options.thesisShare * 100)}
          slider
          min={0}
          max={100}
          step={5}
          unit="%"
          onSave={(percent) => set({ thesisShare: percent / 100 }, t('options.thesis.share'))}
        />
      </p>
      <Weights
        title={t('options.thesis.signals')}
        parts={SIGNALS}
        weights={options.signalWeights}
        readings={thesis.value?.report?.signals}
        onSave={(id, weight, what) =>
          set({ signalWeights: { ...options.signalWeights, [id]: weight } }, what)
        }
      />
      <Weights
        title={t('options.thesis.factors')}
        parts={FACTORS}
        weights={options.factorWeights}
        onSave={(id, weight, what) =>
          set({ factorWeights: { ...options.factorWeights, [id]: weight } }, what)
        }
      />
      <Thresholds thresholds={kept.thesis.thresholds} set={set} />
      <Consensus kept={kept.thesis.consensus} set={set} />
      <AiNames aiNames={options.aiNames} set={set} />
      <Bounds smallCapUsd={options.smallCapUsd} set={set} />
    </>
  );
}
