import type { TabMention } from '../../lib/messages';
import { scrollTo, type TabState } from '../../lib/popup/active-tab';
import { patternOf } from '../../lib/settings/host';
import { addSite } from '../../lib/settings/sites';
import { requestAccess } from '../request-access';
import { ScorePill } from '../score-pill';
import { Sparkline } from '../sparkline';
import { Unseen } from '../unseen';
import { change, current, failure, settings, tab, trends } from './state';

/** The small caps on this tab, or why there are none to show. */
export function FoundHere() {
  return (
    <section class="pad cut" aria-labelledby="here">
      <h2 id="here">On this page</h2>
      <Here state={tab.value} />
    </section>
  );
}

function Here({ state }: { state: TabState | null }) {
  switch (state?.kind) {
    case 'read':
      return <Mentions mentions={state.report.mentions} />;
    case 'no-access':
      return <TurnOn host={state.host} />;
    case 'unreadable':
      return <p class="mute">{state.why}</p>;
    case 'off':
      return (
        <p class="mute">
          {settings.value?.settings.on ? `Minnow is off on ${state.host}.` : 'Minnow is off everywhere.'}
        </p>
      );
    default:
      return <p class="mute">Reading the page…</p>;
  }
}

/** Offers to read a site that Minnow may not read yet. */
function TurnOn({ host }: { host: string }) {
  const turnOn = async () => {
    if (!(await requestAccess([patternOf(host)]))) {
      failure.value = `The browser did not give Minnow access to ${host}, so it stays silent there.`;
      return;
    }
    const kept = settings.value?.settings;
    if (kept) await change({ on: true, sites: addSite(kept, host) });
  };
  return (
    <>
      <p class="mute">Minnow does not read {host} yet.</p>
      <button type="button" class="button" onClick={turnOn}>
        Turn on for this site
      </button>
    </>
  );
}

function Mentions({ mentions }: { mentions: TabMention[] }) {
  const small = firstOfEach(mentions.filter(({ smallCap }) => smallCap));
  const larger = firstOfEach(mentions.filter(({ smallCap }) => !smallCap));
  return (
    <>
      {small.length === 0 ? (
        <p class="mute">No small caps found on this page.</p>
      ) : (
        <ul class="found">
          {small.map((mention) => (
            <li key={mention.ticker}>
              <FoundRow mention={mention} />
            </li>
          ))}
        </ul>
      )}
      {larger.length > 0 && (
        <p class="mute more">Not small caps: {larger.map(({ ticker }) => ticker).join(', ')}</p>
      )}
    </>
  );
}

function FoundRow({ mention }: { mention: TabMention }) {
  const { ticker, name, score, verdict } = mention;
  const trend = trends.value[ticker] ?? [];
  const show = async () => {
    try {
      if (current?.id !== undefined && (await scrollTo(current.id, mention))) window.close();
      else failure.value = `${ticker} is no longer on the page.`;
    } catch {
      failure.value = 'The page did not answer. Reload it and try again.';
    }
  };
  return (
    <button type="button" class="found-row" onClick={show}>
      <b>{ticker}</b>
      <span class="mute name">{name}</span>
      <span data-verdict={verdict}>{trend.length > 1 && <Sparkline values={trend} />}</span>
      <span>
        <ScorePill score={score} verdict={verdict} />
        <Unseen>. Show on the page</Unseen>
      </span>
    </button>
  );
}

/** The first mention of each company, one with a badge before one without, in the page's order. */
function firstOfEach(mentions: readonly TabMention[]): TabMention[] {
  const first = new Map<string, TabMention>();
  for (const mention of mentions) {
    const known = first.get(mention.ticker);
    if (!known || (mention.badge && !known.badge)) first.set(mention.ticker, mention);
  }
  return [...first.values()];
}
