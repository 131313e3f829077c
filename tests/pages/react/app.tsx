/** @jsxImportSource react */
import { useEffect, useState } from 'react';

interface Line {
  id: number;
  text: string;
}

const HEADLINES: Line[] = [
  { id: 1, text: 'Sample headline about Enerpac Tool Group (NYSE: EPAC)' },
  { id: 2, text: 'A line without any company in it' },
  { id: 3, text: 'Progress Software (NASDAQ: PRGS) appears here by name' },
  { id: 4, text: 'Upwork (NASDAQ: UPWK) closes the list' },
];
const LATER: Line[] = [
  { id: 5, text: 'Added later: Blackbaud (NASDAQ: BLKB)' },
  { id: 6, text: 'Added last: Photronics (NASDAQ: PLAB)' },
];

/** A live page as React sites have them: it hydrates, ticks, and reorders, adds and removes its lines. */
export function App() {
  const [lines, setLines] = useState(HEADLINES);
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    document.documentElement.dataset.hydrated = 'yes';
    const timer = setInterval(() => setTicks((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const next = LATER.find(({ id }) => !lines.some((line) => line.id === id));

  return (
    <>
      <header className="masthead">
        <b>Sample Live</b>
        <nav>
          <span>Latest</span>
          <span>Markets</span>
        </nav>
      </header>
      <main className="columns">
        <section>
          <p className="kicker">Live</p>
          <h1>The Sample Desk</h1>
          <p className="note">
            On screen for <span id="ticks">{ticks}</span> seconds
          </p>
          <p>
            <button type="button" id="reverse" onClick={() => setLines(lines.toReversed())}>
              Reverse
            </button>{' '}
            <button
              type="button"
              id="add"
              disabled={!next}
              onClick={() => next && setLines([next, ...lines])}
            >
              Add a line
            </button>{' '}
            <button type="button" id="remove" onClick={() => setLines(lines.slice(1))}>
              Remove the first
            </button>{' '}
            <button type="button" id="edit" onClick={() => setLines(lines.map(edited))}>
              Edit the first
            </button>
          </p>
          <ul className="cards">
            {lines.map((line) => (
              <li key={line.id}>{line.text}</li>
            ))}
          </ul>
        </section>
        <aside>
          <h2>{lines.length} lines</h2>
          <p>First: {lines[0]?.text ?? 'none'}</p>
        </aside>
      </main>
      <footer className="note">
        Sample page, written for Minnow. It makes no statement about any company.
      </footer>
    </>
  );
}

function edited(line: Line, index: number): Line {
  return index === 0 ? { ...line, text: 'Now it reads Standex International (NYSE: SXI)' } : line;
}
