import { drive, task } from './driver';
import { pick, type Random, textOf } from './model';

/** Text that a person edits, beside and around text that they read. */
const root = document.getElementById('root')!;
root.innerHTML = `
  <p>Beside the editors: Enerpac Tool Group (NYSE: EPAC) and Upwork (NASDAQ: UPWK).</p>
  <div id="rich" contenteditable="true"><p>Progress Software (NASDAQ: PRGS) is being written about.</p></div>
  <p>Between: Photronics (NASDAQ: PLAB) stands here. <span id="inline" contenteditable="plaintext-only">Blackbaud (NASDAQ: BLKB)</span></p>
  <textarea id="area" rows="6" cols="60">Standex International (NYSE: SXI)</textarea>
  <label>Name <input id="field" value="Shake Shack (NYSE: SHAK)"></label>`;
const rich = document.getElementById('rich')!;
const editors = [rich, document.getElementById('inline')!];
const area = document.getElementById('area') as HTMLTextAreaElement;
const inputs: string[] = [];
let events = 0;
root.addEventListener('input', (event) => {
  events++;
  if (inputs.length < 200) inputs.push((event as InputEvent).inputType);
});

function putCaret(random: Random): void {
  const editor = pick(random, editors);
  editor.focus();
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const from = texts.length > 0 ? pick(random, texts) : editor;
  const offset = from instanceof Text ? Math.floor(random() * (from.length + 1)) : 0;
  const to = random() < 0.3 && from instanceof Text ? Math.min(from.length, offset + 5) : offset;
  getSelection()!.setBaseAndExtent(from, offset, from, to);
}

const OPERATIONS: ((random: Random) => void)[] = [
  putCaret,
  (random) => document.execCommand('insertText', false, pick(random, 'abc XYZ'.split(''))),
  (random) => document.execCommand('insertText', false, `${textOf(random)} `),
  () => document.execCommand('delete'),
  () => document.execCommand('forwardDelete'),
  (random) => document.activeElement === rich && random() < 0.3 && document.execCommand('insertParagraph'),
  (random) => random() < 0.3 && document.execCommand('bold'),
  (random) => random() < 0.3 && document.execCommand('undo'),
  (random) => random() < 0.3 && document.execCommand('redo'),
  (random) => getSelection()!.modify('extend', random() < 0.5 ? 'forward' : 'backward', 'word'),
  (random) => getSelection()!.modify('move', random() < 0.5 ? 'forward' : 'backward', 'character'),
  (random) => {
    const at = Math.floor(random() * (area.value.length + 1));
    area.focus();
    area.setRangeText(textOf(random), at, Math.min(area.value.length, at + 40), 'end');
  },
  (random) => {
    if (rich.textContent.length < 1500) return;
    rich.replaceChildren(Object.assign(document.createElement('p'), { textContent: textOf(random) }));
    editors[1]!.textContent = textOf(random);
  },
];

drive({
  step: (random) => pick(random, OPERATIONS)(random),
  settled: () => task(),
  state: () => [events, inputs, area.value, editors.map((editor) => editor.innerHTML)],
});
