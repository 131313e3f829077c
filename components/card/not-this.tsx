import { useState } from 'preact/hooks';
import { pageOf } from '../../lib/detect/corrections';
import { addressOf } from '../../lib/detect/read-page';
import type { Correction } from '../../lib/detect/types';
import { t } from '../../lib/i18n';
import { send } from '../../lib/messaging';
import type { CardRequest } from '../../lib/overlay/parts';

const SCOPES: { scope: Correction['scope']; label: string }[] = [
  { scope: 'page', label: t('card.onThisPage') },
  { scope: 'site', label: t('card.onThisSite') },
  { scope: 'everywhere', label: t('card.everywhere') },
];

/** Why the words were matched, and a way to say that they mean something else. */
export function NotThis({ request }: { request: CardRequest }) {
  const [state, setState] = useState<'closed' | 'asking' | 'kept'>('closed');
  const [failure, setFailure] = useState('');

  async function keep(scope: Correction['scope']) {
    const correction = correctionOf(request, scope);
    try {
      const { kept } = await send('correct', { correction });
      if (!kept) throw new Error(t('card.correctionNotKept'));
      setState('kept');
      request.onCorrected(correction);
    } catch (error) {
      setFailure((error as Error).message);
    }
  }

  if (state === 'kept') {
    return <p role="status">{t('card.correctionKept')}</p>;
  }
  return (
    <>
      <div class="row">
        <span>{t('card.matched', { words: request.surface, reason: request.reason })}</span>
        <button
          type="button"
          class="link"
          aria-expanded={state === 'asking'}
          onClick={() => setState(state === 'asking' ? 'closed' : 'asking')}
        >
          {t('card.notThis')}
        </button>
      </div>
      {state === 'asking' && (
        <fieldset class="choice">
          <legend>{t('card.notThisAsk', { words: request.surface, name: request.name })}</legend>
          {SCOPES.map(({ scope, label }) => (
            <button key={scope} type="button" class="button" onClick={() => keep(scope)}>
              {label}
            </button>
          ))}
        </fieldset>
      )}
      {failure && <p role="alert">{failure}</p>}
    </>
  );
}

/** Here every match of the ticker goes; everywhere else only these words, which may name the company in full elsewhere. */
function correctionOf({ ticker, surface }: CardRequest, scope: Correction['scope']): Correction {
  if (scope === 'everywhere') return { ticker, surface: surface.toLowerCase(), scope };
  const here = addressOf(document);
  return { ticker, scope, where: scope === 'page' ? pageOf(here) : new URL(here).hostname };
}
