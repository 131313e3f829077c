import { useEffect } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { CardRequest } from '../../lib/overlay/parts';
import { CardFoot } from './card-foot';
import { CompanyBody, CompanyHead } from './company';
import { NotThis } from './not-this';
import { useCard } from './use-card';
import { Waiting } from './waiting';
import { WatchStar } from './watch-star';

interface Props {
  /** From a page, or of a company that the user looked up. */
  request: CardRequest | Pick<CardRequest, 'ticker' | 'name' | 'view'>;
  /** Called whenever the content changed its size. */
  onResize(): void;
  onClose(): void;
}

/** A company's score, chart and factors, why it was matched, and how old everything is. */
export function Card({ request, onResize, onClose }: Props) {
  const { ticker, name, view } = request;
  const { state, again } = useCard(ticker);
  useEffect(onResize);
  const data = state.at === 'ready' ? state.data : undefined;
  return (
    <div class="company">
      <CompanyHead name={name} ticker={ticker} data={data} />
      {data ? (
        <CompanyBody key={data.stock?.days.length} data={data} theme={`${view.theme} ${view.palette}`} />
      ) : (
        <Waiting failure={state.at === 'failed' ? state.message : null} onAgain={again} />
      )}
      <div class="part foot">
        {'reason' in request && <NotThis request={request} />}
        {data && <CardFoot data={data} onNewData={again} />}
        <div class="row">
          <span class="mute">{t('common.notAdvice')}</span>
          {data && <WatchStar ticker={ticker} />}
          <button type="button" class="link" onClick={onClose}>
            {t('common.close')}
          </button>
        </div>
      </div>
    </div>
  );
}
