import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import type { Answer } from '../../../lib/messages';
import { send } from '../../../lib/messaging';
import type { Moves, PartSensitivity } from '../../../lib/thesis/sensitivity';
import { signed } from '../../../lib/thesis/words';
import { thesis } from '../state';

/** How far today's scores move when each weight or threshold moves by a fifth; computed once it is opened. */
export function Sensitivity({ ticker }: { ticker: string }) {
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<Answer<'sensitivity'> | null>(null);
  const [error, setError] = useState('');

  // The thesis is read anew once other options are kept; only then is this computed anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the thesis stands for the options
  useEffect(() => {
    if (!open || ticker === '' || !thesis.value) return;
    let gone = false;
    send('sensitivity', { ticker }).then(
      (found) => {
        if (gone) return;
        setAnswer(found);
        setError('');
      },
      (reason: Error) => gone || setError(reason.message),
    );
    return () => {
      gone = true;
    };
  }, [open, ticker, thesis.value]);

  return (
    <details class="part sensitivity" data-find onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <b>{t('options.sensitivity.title')}</b>
      </summary>
      <p class="mute">{t('options.sensitivity.intro')}</p>
      {answer && (
        <>
          <Changes title={t('options.thesis.today')} parts={answer.signals} />
          {answer.factors.length > 0 && (
            <Changes title={t('options.sensitivity.scoreOf', { ticker })} parts={answer.factors} />
          )}
        </>
      )}
      <p class="error" role="status">
        {error}
      </p>
    </details>
  );
}

function Changes({ title, parts }: { title: string; parts: readonly PartSensitivity[] }) {
  return (
    <table class="changes-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('options.sensitivity.what')}</th>
          <th scope="col">{t('options.sensitivity.less')}</th>
          <th scope="col">{t('options.sensitivity.more')}</th>
        </tr>
      </thead>
      {parts.map(({ id, title: name, weight, ramps }) => (
        <tbody key={id}>
          <Change name={t('options.thesis.weight', { name })} moves={weight} />
          {ramps.map(({ name: measured, moves }) => (
            <Change key={measured} name={measured} moves={moves} isRamp />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Change({ name, moves, isRamp = false }: { name: string; moves: Moves; isRamp?: boolean }) {
  const show = (points: number | null) => (points === null ? '–' : signed(points));
  return (
    <tr>
      <th scope="row" class={isRamp ? 'mute ramp' : undefined}>
        {isRamp ? t('options.sensitivity.ramp', { name }) : name}
      </th>
      <td>{show(moves.less)}</td>
      <td>{show(moves.more)}</td>
    </tr>
  );
}
