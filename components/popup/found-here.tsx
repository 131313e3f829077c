import { signal } from '@preact/signals';
import { t } from '../../lib/i18n';
import type { TabMention } from '../../lib/messages';
import { scrollTo, type TabState } from '../../lib/popup/active-tab';
import { firstOfEach, inOrder, ORDERS, type Order } from '../../lib/popup/order';
import { patternOf } from '../../lib/settings/host';
import { addSite } from '../../lib/settings/sites';
import { Chips } from '../chips';
import { requestAccess } from '../request-access';
import { ScorePill } from '../score-pill';
import { Sparkline } from '../sparkline';
import { Unseen } from '../unseen';
import { change, current, failure, settings, tab, trends } from './state';

/** As long as the popup is open. */
const order = signal<Order>('page');

/** The small caps on this tab, or why there are none to show. */
export function FoundHere() {
  return (
    <section class="pad cut" aria-labelledby="here">
      <h2 id="here">{t('popup.here.title')}</h2>
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
          {settings.value?.settings.on
            ? t('popup.here.off', { host: state.host })
            : t('popup.here.offEverywhere')}
        </p>
      );
    default:
      return <p class="mute">{t('popup.here.reading')}</p>;
  }
}

/** Offers to read a site that Minnow may not read yet. */
function TurnOn({ host }: { host: string }) {
  const turnOn = async () => {
    if (!(await requestAccess([patternOf(host)]))) {
      failure.value = t('popup.here.refused', { host });
      return;
    }
    const kept = settings.value?.settings;
    if (kept) await change({ on: true, sites: addSite(kept, host) });
  };
  return (
    <>
      <p class="mute">{t('popup.here.notYet', { host })}</p>
      <button type="button" class="button" onClick={turnOn}>
        {t('popup.here.turnOn')}
      </button>
    </>
  );
}

function Mentions({ mentions }: { mentions: TabMention[] }) {
  const small = firstOfEach(mentions.filter(({ smallCap }) => smallCap));
  const larger = firstOfEach(mentions.filter(({ smallCap }) => !smallCap));
  return (
    <>
      {small.length === 0 && <p class="mute">{t('popup.here.none')}</p>}
      {small.length > 1 && (
        <Chips
          label={t('popup.here.sort')}
          chips={ORDERS.map((value) => ({ value, words: ORDER_WORDS[value] }))}
          chosen={order.value}
          onChoose={(value) => {
            order.value = value;
          }}
        />
      )}
      {small.length > 0 && (
        <ul class="found">
          {inOrder(small, order.value).map((mention) => (
            <li key={mention.ticker}>
              <FoundRow mention={mention} />
            </li>
          ))}
        </ul>
      )}
      {larger.length > 0 && (
        <p class="mute more">
          {t('popup.here.larger', { tickers: larger.map(({ ticker }) => ticker).join(', ') })}
        </p>
      )}
    </>
  );
}

const ORDER_WORDS: Record<Order, string> = {
  page: t('popup.here.byPage'),
  score: t('popup.here.byScore'),
  ticker: t('popup.here.byTicker'),
};

function FoundRow({ mention }: { mention: TabMention }) {
  const { ticker, name, score, verdict } = mention;
  const trend = trends.value[ticker] ?? [];
  const show = async () => {
    try {
      if (current?.id !== undefined && (await scrollTo(current.id, mention))) window.close();
      else failure.value = t('popup.here.gone', { ticker });
    } catch {
      failure.value = t('popup.here.noAnswer');
    }
  };
  return (
    <button type="button" class="row-button found-row" onClick={show}>
      <b>{ticker}</b>
      <span class="mute name">{name}</span>
      <span data-verdict={verdict}>{trend.length > 1 && <Sparkline values={trend} />}</span>
      <span>
        <ScorePill score={score} verdict={verdict} />
        <Unseen>. {t('popup.here.show')}</Unseen>
      </span>
    </button>
  );
}
