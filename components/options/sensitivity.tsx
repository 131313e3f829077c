import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../lib/messages';
import { send } from '../../lib/messaging';
import type { Moves, PartSensitivity } from '../../lib/thesis/sensitivity';
import { signed } from '../../lib/thesis/words';
import { thesis } from './state';

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
    <details class="part sensitivity" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <b>How much hangs on each choice</b>
      </summary>
      <p class="mute">
        Points by which today's score changes when one weight is a fifth less or more, or all corners of one
        ramp move down or up by a fifth of its width. Everything else stays.
      </p>
      {answer && (
        <>
          <Changes title="Today's thesis" parts={answer.signals} />
          {answer.factors.length > 0 && (
            <Changes title={`Today's score of ${ticker}`} parts={answer.factors} />
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
          <th scope="col">What moves</th>
          <th scope="col">A fifth less</th>
          <th scope="col">A fifth more</th>
        </tr>
      </thead>
      {parts.map(({ id, title: name, weight, ramps }) => (
        <tbody key={id}>
          <Change name={`Weight of ${name}`} moves={weight} />
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
        {isRamp && 'Ramp: '}
        {name}
      </th>
      <td>{show(moves.less)}</td>
      <td>{show(moves.more)}</td>
    </tr>
  );
}
