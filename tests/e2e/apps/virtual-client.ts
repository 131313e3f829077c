import { drive, task } from './driver';
import { pick, seeded, textOf } from './model';

/** A list of 10,000 rows that keeps only the rows in view on the page and uses their elements again. */
const ROWS = 10_000;
const HEIGHT = 30;
const VIEW = 600;
const fill = seeded(7);
const texts = Array.from({ length: ROWS }, (_, i) => `${i + 1}. ${textOf(fill)}`);

const root = document.getElementById('root')!;
root.style.cssText = `height: ${VIEW}px; overflow: auto; position: relative`;
const inner = document.createElement('div');
inner.style.height = `${ROWS * HEIGHT}px`;
root.append(inner);
const rows = Array.from({ length: VIEW / HEIGHT + 2 }, () => {
  const row = document.createElement('div');
  row.style.cssText = `position: absolute; inset-inline: 0; height: ${HEIGHT}px; overflow: hidden; white-space: nowrap`;
  inner.append(row);
  return row;
});
let first = 0;

function show(): void {
  first = Math.min(ROWS - rows.length, Math.floor(root.scrollTop / HEIGHT));
  rows.forEach((row, i) => {
    row.style.transform = `translateY(${(first + i) * HEIGHT}px)`;
    row.textContent = texts[first + i]!;
  });
}
show();

drive({
  step(random) {
    const kind = random();
    if (kind < 0.2) root.scrollTop = random() * ROWS * HEIGHT;
    else if (kind < 0.8) root.scrollTop += (random() - 0.4) * 400;
    else texts[first + Math.floor(random() * rows.length)] = textOf(random);
    if (kind > 0.97) pick(random, rows).append(' ', textOf(random));
    else show();
  },
  settled: () => task(),
  state: () => [
    first,
    root.scrollTop,
    root.scrollHeight,
    inner.querySelectorAll(':scope > div').length,
    texts.join().length,
  ],
});
