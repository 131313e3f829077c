import { useEffect, useState } from 'preact/hooks';
import type { CardData } from '../../lib/messages';
import { send } from '../../lib/messaging';
import type { Settings } from '../../lib/settings/schema';
import { thesisOptions } from '../../lib/settings/thesis-options';
import { FACTORS } from '../../lib/thesis/fit';
import { DEFAULT_OPTIONS } from '../../lib/thesis/options';
import { SIGNALS } from '../../lib/thesis/signals';
import type { Reading, Score, ThesisOptions } from '../../lib/thesis/types';
import { showScore } from '../../lib/verdicts';
import { THESIS_WORDS } from '../thesis-words';
import { Shape, VerdictTag } from '../verdict';
import { NumberField } from './number-field';
import { Sensitivity } from './sensitivity';
import { save, thesis } from './state';

const MILLION = 1e6;
/** A Russell 2000 member to try the options on, until the user names another. */
const EXAMPLE = 'EPAC';

type Part = Partial<ThesisOptions>;

/** What a score is made of, with today's score beside it. */
export function ScoreOptions({ kept }: { kept: Settings }) {
  const options = thesisOptions(kept);
  const set = (part: Part) => save((settings) => ({ thesis: { ...thesisOptions(settings), ...part } }));
  const [resets, setResets] = useState(0);
  const [ticker, setTicker] = useState(EXAMPLE);
  return (
    <section id="score" aria-labelledby="score-title">
      <h2 id="score-title">Score</h2>
      <p class="mute">
        A company's score blends the case for small caps as a whole with its own fit. The weights are the
        article's argument, not fitted to any return.
      </p>
      <Today ticker={ticker} onTicker={setTicker} />
      <Sensitivity ticker={wantedTicker(ticker)} />
      <Defaults
        kept={kept}
        set={(part) => {
          setResets(resets + 1);
          return set(part);
        }}
      />
      <Fields key={resets} options={options} set={set} />
    </section>
  );
}

/** The options one by one; made anew by a reset, so that nothing typed stays. */
function Fields({ options, set }: PartProps) {
  return (
    <>
      <p>
        <NumberField
          label="Share of the thesis in a company's score"
          value={Math.round(options.thesisShare * 100)}
          min={0}
          max={100}
          step={5}
          unit="%"
          onSave={(percent) => set({ thesisShare: percent / 100 })}
        />
      </p>
      <Weights
        title="Signals of the thesis"
        parts={SIGNALS}
        weights={options.signalWeights}
        readings={thesis.value?.report?.signals}
        onSave={(id, weight) => set({ signalWeights: { ...options.signalWeights, [id]: weight } })}
      />
      <Weights
        title="Factors of a company's fit"
        parts={FACTORS}
        weights={options.factorWeights}
        onSave={(id, weight) => set({ factorWeights: { ...options.factorWeights, [id]: weight } })}
      />
      <Bounds options={options} set={set} />
      <AiNames options={options} set={set} />
    </>
  );
}

/** The scores that the options give today, for the market and one company. */
function Today({ ticker, onTicker }: { ticker: string; onTicker: (ticker: string) => void }) {
  const [card, setCard] = useState<CardData | null>(null);
  const [error, setError] = useState('');
  const report = thesis.value?.report;

  // The thesis is read anew once other options are kept; only then does a card follow them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the thesis stands for the options
  useEffect(() => {
    let gone = false;
    const wanted = wantedTicker(ticker);
    if (wanted === '' || !thesis.value) return;
    send('card', { ticker: wanted }).then(
      (answer) => {
        if (gone) return;
        setCard(answer);
        setError('');
      },
      (reason: Error) => {
        if (gone) return;
        setCard(null);
        setError(reason.message);
      },
    );
    return () => {
      gone = true;
    };
  }, [ticker, thesis.value]);

  return (
    <div class="today" aria-live="polite">
      <div>
        <h3>Today's thesis</h3>
        {report ? (
          <ScoreLine score={report} word={THESIS_WORDS[report.verdict]} />
        ) : (
          <p>{thesis.value?.data.message}</p>
        )}
      </div>
      <div>
        <h3>
          <label for="example">Today's score of</label>{' '}
          <input
            id="example"
            class="ticker"
            value={ticker}
            maxLength={12}
            spellcheck={false}
            autocomplete="off"
            onInput={({ currentTarget }) => onTicker(currentTarget.value)}
          />
        </h3>
        {card && (
          <>
            <ScoreLine score={card.report} />
            <p class="mute">
              {card.company.name}: thesis {showScore(card.report.thesis)}, own fit{' '}
              {showScore(card.report.fit)}
            </p>
          </>
        )}
        <p class="error">{error}</p>
      </div>
    </div>
  );
}

/** A ticker as the data spell it. */
const wantedTicker = (typed: string) => typed.trim().toUpperCase().replace('.', '/');

function ScoreLine({ score, word }: { score: Score; word?: string }) {
  return (
    <p class="score-line">
      <span class="score">{showScore(score.score)}</span>
      <span class="mute">of 100</span>
      <VerdictTag verdict={score.verdict} word={word} />
      <span class="mute">coverage {Math.round(score.coverage * 100)}%</span>
    </p>
  );
}

/** Back to the article's own options, and back from there. */
function Defaults({ kept, set }: { kept: Settings; set: (part: Part) => Promise<string | undefined> }) {
  const [before, setBefore] = useState<ThesisOptions | null>(null);
  const isDefault = JSON.stringify(thesisOptions(kept)) === JSON.stringify(DEFAULT_OPTIONS);
  if (before && isDefault) {
    return (
      <p>
        These are the article's defaults.{' '}
        <button
          type="button"
          class="link"
          onClick={() => {
            set(before);
            setBefore(null);
          }}
        >
          Undo
        </button>
      </p>
    );
  }
  if (isDefault) return <p class="mute">These are the article's defaults.</p>;
  return (
    <p>
      <button
        type="button"
        class="button"
        onClick={() => {
          setBefore(thesisOptions(kept));
          set(DEFAULT_OPTIONS);
        }}
      >
        Back to the article's defaults
      </button>
    </p>
  );
}

interface WeightsProps<Id extends string> {
  title: string;
  parts: readonly { id: Id; title: string; claim: string }[];
  weights: Record<Id, number>;
  readings?: readonly Reading<Id>[];
  onSave: (id: Id, weight: number) => Promise<string | undefined>;
}

function Weights<Id extends string>({ title, parts, weights, readings, onSave }: WeightsProps<Id>) {
  const total = parts.reduce((sum, { id }) => sum + weights[id], 0);
  return (
    <fieldset class="weights">
      <legend>{title}</legend>
      <ul class="rows">
        {parts.map(({ id, title: name, claim }) => {
          const reading = readings?.find((one) => one.id === id);
          return (
            <li key={id}>
              <span>
                {reading && <Shape verdict={reading.verdict} />} <b>{name}</b>
                <small class="mute">{claim}</small>
              </span>
              <NumberField
                label={`Weight of ${name}`}
                quiet
                value={weights[id]}
                min={0}
                max={10}
                step={0.5}
                unit={`${Math.round((weights[id] / total) * 100)}%`}
                onSave={(weight) => onSave(id, weight)}
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

interface PartProps {
  options: ThesisOptions;
  set: (part: Part) => Promise<string | undefined>;
}

function Bounds({ options: { smallCapUsd }, set }: PartProps) {
  const bound = (which: 'min' | 'max', label: string) => (
    <p>
      <NumberField
        label={label}
        value={smallCapUsd[which] / MILLION}
        min={0}
        max={10_000_000}
        step={50}
        unit="million dollars"
        onSave={(millions) => set({ smallCapUsd: { ...smallCapUsd, [which]: millions * MILLION } })}
      />
    </p>
  );
  return (
    <fieldset>
      <legend>What counts as a small cap</legend>
      <p class="mute">
        Members of the Russell 2000 and the S&P SmallCap 600 always do. Other common stocks of US companies do
        when their market value lies within these bounds.
      </p>
      {bound('min', 'From')}
      {bound('max', 'To')}
    </fieldset>
  );
}

/** The list is saved when the user leaves the field or presses Enter: a half-typed ticker is no ticker. */
function AiNames({ options: { aiNames }, set }: PartProps) {
  const [error, setError] = useState('');
  const kept = aiNames.join(', ');
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  const saveNames = async () => {
    const names = [
      ...new Set(
        text
          .toUpperCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ];
    setError((await set({ aiNames: names })) ?? '');
  };
  return (
    <fieldset>
      <legend>AI names</legend>
      <p class="mute">
        Their weight in each index is the signal of AI exposure; companies are compared with them too.
      </p>
      <span class="field">
        <label for="ai-names">Tickers, by commas</label>
        <input
          id="ai-names"
          value={text}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={error !== ''}
          aria-describedby="ai-names-error"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onChange={saveNames}
        />
        <span id="ai-names-error" class="error" role="status">
          {error}
        </span>
      </span>
    </fieldset>
  );
}
