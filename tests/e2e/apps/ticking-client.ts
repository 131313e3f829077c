import { drive, task } from './driver';
import { pick, seeded, textOf } from './model';

/** A table of quotes whose cells change one by one, sort themselves anew and flash as quote pages do. */
const fill = seeded(3);
const root = document.getElementById('root')!;
const table = document.createElement('table');
const body = table.createTBody();
for (let i = 0; i < 40; i++) {
  const row = body.insertRow();
  row.insertCell().textContent = textOf(fill);
  for (let column = 0; column < 4; column++) row.insertCell().append(String(Math.round(fill() * 1000)));
}
root.append(table);

drive({
  step(random) {
    const row = pick(random, body.rows);
    const cell = row.cells[1 + Math.floor(random() * 4)]!;
    const kind = random();
    const value = String(Math.round(random() * 1000));
    if (kind < 0.6) cell.firstChild!.nodeValue = value;
    else if (kind < 0.9) cell.textContent = value;
    else if (kind < 0.94) row.classList.toggle('flash');
    else if (kind < 0.97) row.cells[0]!.textContent = textOf(random);
    else
      body.append(
        ...[...body.rows].sort((a, b) => Number(a.cells[1]!.textContent) - Number(b.cells[1]!.textContent)),
      );
  },
  settled: () => task(),
  state: () => [...body.rows].map((row) => [...row.cells].map(({ textContent }) => textContent)),
});
