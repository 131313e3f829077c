import { render } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { driveModel } from './driver';
import { type Change, type Line, type Model, START } from './model';

let shown: Model = START;
let set: (change: Change) => void;

function App() {
  const [model, setModel] = useState(START);
  useLayoutEffect(() => {
    shown = model;
    set = setModel;
  });
  return (
    <main>
      <h1>{model.title}</h1>
      <p>
        {model.lines.length} lines, <b>{model.lines.filter(({ open }) => open).length}</b> open; first{' '}
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

function Item({ line }: { line: Line }) {
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
}

render(<App />, document.getElementById('root')!);
driveModel({ apply: (change) => set(change), model: () => shown });
