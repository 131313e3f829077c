import { useEffect, useState } from 'preact/hooks';
import type { CardData } from '../../lib/messages';
import { send } from '../../lib/messaging';
import type { CardRequest } from '../../lib/overlay/parts';
import { showScore } from '../../lib/verdicts';
import { FactorRow } from '../factor-row';
import { showUsd } from '../format';
import { PriceChart } from '../price-chart';
import { VerdictTag } from '../verdict';
import { CardFoot } from './card-foot';
import { NotThis } from './not-this';

type State = { at: 'loading' } | { at: 'failed'; message: string } | { at: 'ready'; data: CardData };

const EXCHANGES = { NASDAQ: 'Nasdaq', NYSE: 'NYSE', AMEX: 'NYSE American' };

interface Props {
  /** From a page, or of a company that the user looked up. */
  request: CardRequest | Pick<CardRequest, 'ticker' | 'name' | 'view'>;
  /** Called whenever the content changed its size. */
  onResize(): void;
  onClose(): void;
}

/** A company's score, chart and factors, why it was matched, and how old everything is. */
export function Card({ request, onResize, onClose }: Props) {
  const [state, setState] = useState<State>({ at: 'loading' });
  const [tries, setTries] = useState(0);
  const { ticker, name } = request;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let gone = false;
    send('card', { ticker }).then(
      (data) => gone || setState({ at: 'ready', data }),
      (error: Error) => gone || setState({ at: 'failed', message: error.message }),
    );
    return () => {
      gone = true;
    };
  }, [ticker, tries]);
  useEffect(onResize);

  return (
    <>
      <Head name={name} ticker={ticker} data={state.at === 'ready' ? state.data : undefined} />
      {state.at === 'loading' && (
        <p class="part mute" role="status">
          Loading …
        </p>
      )}
      {state.at === 'failed' && (
        <div class="part" role="alert">
          <p>{state.message}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              setState({ at: 'loading' });
              setTries(tries + 1);
            }}
          >
            Try again
          </button>
        </div>
      )}
      {state.at === 'ready' && (
        <Body
          key={state.data.stock?.days.length}
          data={state.data}
          theme={request.view.theme}
          palette={request.view.palette}
        />
      )}
      <div class="part foot">
        {'reason' in request && <NotThis request={request} />}
        {state.at === 'ready' && <CardFoot data={state.data} onNewData={() => setTries(tries + 1)} />}
        <div class="row">
          <span class="mute">Not investment advice.</span>
          <button type="button" class="link" onClick={onClose}>
            Close
          </button>
        </div>
      </div>
    </>
  );
}

function Head({ name, ticker, data }: { name: string; ticker: string; data?: CardData }) {
  const { company, report } = data ?? {};
  const known = report?.factors.filter(({ verdict }) => verdict !== 'unknown').length;
  return (
    <header class="part">
      <div class="row top">
        <div>
          <h2>{company?.name ?? name}</h2>
          <p class="mute">{company ? aboutOf(data!) : ticker}</p>
        </div>
        {report && (
          <p class="score">
            <b>{showScore(report.score)}</b>
            <span class="mute">{report.score === null ? 'no score' : 'of 100'}</span>
          </p>
        )}
      </div>
      {report && (
        <p class="row verdict">
          <VerdictTag verdict={report.verdict} />
          <span class="mute">
            thesis {showScore(report.thesis)} · company {showScore(report.fit)} · {known} of{' '}
            {report.factors.length} known
          </span>
        </p>
      )}
    </header>
  );
}

/** "EPAC · NYSE · $2.3B · Russell 2000". */
function aboutOf({ company }: CardData): string {
  const parts = [company.symbol];
  if (company.exchange !== undefined) parts.push(EXCHANGES[company.exchange]);
  if (company.marketCapUsd !== undefined) parts.push(showUsd(company.marketCapUsd));
  if (company.russell2000Pct !== undefined) parts.push('Russell 2000');
  if (company.sp600) parts.push('S&P 600');
  return parts.join(' · ');
}

function Body({ data, theme, palette }: { data: CardData; theme: string; palette: string }) {
  const { stock, index, report } = data;
  const [series] = useState(() => [stock, index].filter((one) => one !== undefined));
  return (
    <>
      {data.data.state !== 'ready' && (
        <p class="part" role="alert">
          {data.data.message}
        </p>
      )}
      <div class="part">
        {stock ? (
          <PriceChart series={series} theme={`${theme} ${palette}`} />
        ) : (
          <p class="mute">No price history for {data.company.symbol}.</p>
        )}
      </div>
      <ul class="part factors" aria-label="Factors">
        {report.factors.map((factor) => (
          <FactorRow key={factor.id} reading={factor} />
        ))}
      </ul>
    </>
  );
}
