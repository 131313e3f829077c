/** @jsxImportSource react */
import { memo, startTransition, useDeferredValue, useLayoutEffect, useState } from 'react';
import { type Change, type Line, type Model, START } from './model';

/** The app's model as it was last shown, and the way to change it. */
export const shown: { model: Model; set?: (change: Change) => void } = { model: START };

export function App() {
  const [model, setModel] = useState(START);
  const later = useDeferredValue(model.lines.length);
  useLayoutEffect(() => {
    shown.model = model;
    shown.set = setModel;
  });
  return (
    <main>
      <h1>{model.title}</h1>
      <p>
        {later} lines, <b>{model.lines.filter(({ open }) => open).length}</b> open; first{' '}
        {model.lines[0]?.text}
      </p>
      {model.table ? (
        <table>
          <tbody>
            {model.lines.map((line) => (
              <tr key={line.id}>
                <td>{line.text}</td>
                <td>{line.price}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul>
          {model.lines.map((line) => (
            <Item key={line.id} line={line} />
          ))}
        </ul>
      )}
    </main>
  );
}

const Item = memo(({ line }: { line: Line }) => {
  const [presses, setPresses] = useState(0);
  return (
    <li>
      {line.text} at {line.price}
      {line.open && <p>{line.text}</p>}
      <button type="button" onClick={() => setPresses((n) => n + 1)}>
        {presses}
      </button>
    </li>
  );
});

/** Changes the model at once or, by chance, as a transition that React may interrupt. */
export function applyChange(change: Change, urgent: boolean): void {
  if (urgent) shown.set?.(change);
  else startTransition(() => shown.set?.(change));
}
