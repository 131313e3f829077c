import { drive, task } from './driver';
import { pick, type Random, textOf } from './model';

/** A page without a framework: it replaces markup, moves, copies and cuts nodes, and reads itself back. */
const root = document.getElementById('root')!;
root.innerHTML = `<main>${'<section><h2>A heading</h2><p>Enerpac Tool Group (NYSE: EPAC) stands here.</p></section>'.repeat(6)}</main>`;
const main = root.firstElementChild!;
let steps = 0;

const part = (random: Random) => pick(random, main.children);
const paragraph = (random: Random) => pick(random, main.querySelectorAll('p'));

const OPERATIONS: ((random: Random) => void)[] = [
  (random) => {
    part(random).innerHTML =
      `<h2>${textOf(random)}</h2><p>${textOf(random)} <i>and</i> ${textOf(random)}</p>`;
  },
  (random) => {
    paragraph(random).textContent = textOf(random);
  },
  (random) => {
    paragraph(random).firstChild!.nodeValue = textOf(random);
  },
  (random) => part(random).insertAdjacentHTML('beforeend', `<p>${textOf(random)}</p>`),
  (random) => part(random).querySelector('p')?.before(textOf(random)),
  (random) => main.prepend(part(random)),
  (random) => part(random).after(part(random).cloneNode(true)),
  (random) =>
    part(random)
      .querySelector('p:last-of-type')
      ?.replaceWith(Object.assign(document.createElement('p'), { textContent: textOf(random) })),
  (random) => {
    const text = paragraph(random).firstChild;
    if (text instanceof Text) text.splitText(Math.floor(random() * text.length));
  },
  (random) => part(random).normalize(),
  (random) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph(random));
    range.surroundContents(document.createElement('em'));
  },
  (random) => {
    const { children } = main;
    if (children.length > 8) pick(random, children).remove();
  },
  (random) => {
    const one = part(random);
    if (one.textContent.length > 600) one.replaceChildren(...one.querySelectorAll('h2,p:nth-of-type(-n+2)'));
  },
];

drive({
  step(random) {
    steps++;
    if (!main.querySelector('section > p')) main.innerHTML = '<section><h2>Again</h2><p>Start</p></section>';
    pick(random, OPERATIONS)(random);
  },
  settled: () => task(),
  state: () => steps,
});
