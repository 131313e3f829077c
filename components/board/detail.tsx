import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { CardData } from '../../lib/messages';
import { send } from '../../lib/messaging';
import { CardFoot } from '../card/card-foot';
import { CompanyBody, CompanyHead } from '../card/company';
import { useCard } from '../card/use-card';
import { Waiting } from '../card/waiting';
import { showList } from '../format';
import { PriceChart } from '../price-chart';
import { look } from '../sidepanel/state';
import { WatchEditor } from '../watchlist/watch-editor';
import { board, compare, compared, detail, keep, MAX_COMPARED, unwatch, watch, watched } from './state';

const CHART_HEIGHT = 200;

/** What is shown beside the list, or above it where there is no room beside. */
export function Detail() {
  const { value } = detail;
  if (value === null) return null;
  return value === 'compare' ? (
    <Comparison tickers={compared.value} />
  ) : (
    <Company key={value.ticker} ticker={value.ticker} />
  );
}

/** A pane that takes the focus when it opens; Esc and its button give it back to the list. */
function Pane({ label, children }: { label: string; children: ComponentChildren }) {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => pane.current?.focus(), []);
  return (
    <section
      ref={pane}
      class="board-detail company"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') closeDetail();
      }}
    >
      <button type="button" class="link board-back" onClick={closeDetail}>
        <span aria-hidden="true">←</span> {t('board.back')}
      </button>
      {children}
    </section>
  );
}

function closeDetail(): void {
  detail.value = null;
  // The list has one place in the order of Tab: where it was left.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus());
}

/** The full card of one company: five years of closes, its factors, its watching. */
function Company({ ticker }: { ticker: string }) {
  const { state, again } = useCard(ticker);
  const data = state.at === 'ready' ? state.data : undefined;
  const name = board.value?.rows.find((row) => row.ticker === ticker)?.name ?? ticker;
  const entry = watched.value.get(ticker);
  const isCompared = compared.value.includes(ticker);
  return (
    <Pane label={name}>
      <CompanyHead name={name} ticker={ticker} data={data}>
        <div class="watch-acts">
          <button
            type="button"
            class="button"
            aria-pressed={entry !== undefined}
            onClick={() => void watch(ticker)}
          >
            <span aria-hidden="true">{entry ? '★' : '☆'}</span>{' '}
            {entry ? t('watchlist.watching') : t('watchlist.notWatching')}
          </button>
          <button
            type="button"
            class="button"
            disabled={!isCompared && compared.value.length >= MAX_COMPARED}
            onClick={() => compare(ticker)}
          >
            {isCompared ? t('board.compareRemove') : t('board.compareAdd')}
          </button>
        </div>
        {entry && <WatchEditor key={entry.ticker} entry={entry} onKeep={keep} onRemove={unwatch} />}
      </CompanyHead>
      {data ? (
        <CompanyBody
          key={data.stock?.days.length}
          data={data}
          theme={look.value}
          initial="5Y"
          height={CHART_HEIGHT}
        />
      ) : (
        <Waiting failure={state.at === 'failed' ? state.message : null} onAgain={again} />
      )}
      {data && (
        <div class="part foot">
          <CardFoot data={data} onNewData={again} />
        </div>
      )}
    </Pane>
  );
}

/** Up to four companies in one chart, with the fund of small caps behind them. */
function Comparison({ tickers }: { tickers: readonly string[] }) {
  const [cards, setCards] = useState<Record<string, CardData>>({});
  const [failure, setFailure] = useState('');
  const missing = tickers.filter((ticker) => !cards[ticker]).join(' ');
  useEffect(() => {
    if (missing === '') return;
    let gone = false;
    Promise.all(
      missing.split(' ').map(async (ticker) => [ticker, await send('card', { ticker })] as const),
    ).then(
      (answers) => gone || setCards((before) => ({ ...before, ...Object.fromEntries(answers) })),
      (reason: Error) => gone || setFailure(reason.message),
    );
    return () => {
      gone = true;
    };
  }, [missing]);
  const isComplete = missing === '';
  const { series, equals } = useMemo(() => {
    const stocks = tickers.flatMap((ticker) => cards[ticker]?.stock ?? []);
    const index = tickers.map((ticker) => cards[ticker]?.index).find((one) => one !== undefined);
    return { series: index ? [...stocks, index] : stocks, equals: stocks.length };
  }, [tickers, cards]);
  const without = tickers.filter((ticker) => cards[ticker] && !cards[ticker].stock);
  return (
    <Pane label={t('board.comparing', { tickers: showList(tickers) })}>
      <header class="part">
        <h2>{t('board.comparing', { tickers: showList(tickers) })}</h2>
        <ul class="board-picked">
          {tickers.map((ticker) => (
            <li key={ticker}>
              <Picked ticker={ticker} />
            </li>
          ))}
        </ul>
      </header>
      <div class="part">
        {failure && <p role="alert">{failure}</p>}
        {!isComplete && !failure && (
          <p class="mute" role="status">
            {t('common.loading')}
          </p>
        )}
        {isComplete && (
          <>
            <PriceChart
              key={tickers.join()}
              series={series}
              equals={equals}
              theme={look.value}
              initial="5Y"
              height={260}
            />
            {without.length > 0 && <p>{t('board.compareMissing', { tickers: showList(without) })}</p>}
            <p class="mute small">{t('board.compareReference')}</p>
          </>
        )}
      </div>
    </Pane>
  );
}

/** A company in the comparison, to be taken out. */
export function Picked({ ticker }: { ticker: string }) {
  return (
    <button
      type="button"
      class="chip"
      aria-label={t('board.compareRemoveOf', { ticker })}
      onClick={() => compare(ticker)}
    >
      {ticker} <span aria-hidden="true">×</span>
    </button>
  );
}
