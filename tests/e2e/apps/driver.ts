import { type Change, type Model, nextChange, pick, type Random, seeded } from './model';

/** What a test sees of an app between two batches of operations; nothing of it may be of our making. */
export interface Checkpoint {
  markup: string;
  text: string;
  state: unknown;
  selection: string;
}

export interface Run {
  checkpoints: Checkpoint[];
  /** At how many checkpoints Minnow had badges on the page when the next operations began. */
  withBadges: number;
}

/** An app under test. */
export interface App {
  /** What begins each batch, while nothing else is under way. */
  begin?(random: Random): Promise<void>;
  /** One operation. */
  step(random: Random): void;
  /** Resolves when the framework has nothing left to do. */
  settled(): Promise<void>;
  /** What the framework holds. */
  state(): unknown;
}

const OURS = 'minnow-badges, minnow-card';
const PRESSES = 10;

/** Waits for the next task, so that whatever was queued has run. */
export const task = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes the app answer the test: `drive(seed, batches, size, pause)` runs random operations and tells what it saw. */
export function drive(app: App): void {
  async function run(seed: number, batches: number, size: number, pause: number): Promise<Run> {
    const random = seeded(seed);
    const checkpoints: Checkpoint[] = [];
    let withBadges = 0;
    for (let batch = 0; batch < batches; batch++) {
      await app.begin?.(random);
      for (let i = 0; i < size; i++) {
        app.step(random);
        // Frameworks render in tasks of their own: some operations meet them at work, others do not.
        if (i % 25 === 24) await task();
      }
      await app.settled();
      checkpoints.push({ ...see(), state: app.state() });
      await task(pause);
      if (document.querySelector(OURS)) withBadges++;
    }
    return { checkpoints, withBadges };
  }
  Object.assign(window, { drive: run });
}

/** A framework app: it holds a model and takes changes of it. */
export interface ModelApp {
  apply(change: Change, random: Random): void;
  model(): Model;
  /** Resolves when everything applied so far is on the page. */
  settled?(): Promise<void>;
}

/** Drives a framework app by changes of its model and by presses of its buttons. */
export function driveModel({ apply, model, settled }: ModelApp): void {
  async function shown(): Promise<void> {
    await task();
    await settled?.();
    await task();
  }
  drive({
    async begin(random) {
      // Another view ends what the lines' own state was, and a press needs its button: both wait for the framework.
      if (random() < 0.3) {
        apply((now) => ({ ...now, table: !now.table }), random);
        await shown();
      }
      const buttons = document.querySelectorAll<HTMLButtonElement>('#root button');
      for (let i = 0; i < PRESSES && buttons.length > 0; i++) pick(random, buttons).click();
    },
    step: (random) => apply(nextChange(random), random),
    settled: shown,
    state: model,
  });
}

function see(): Omit<Checkpoint, 'state'> {
  const copy = document.body.cloneNode(true) as Element;
  for (const ours of copy.querySelectorAll(OURS)) ours.remove();
  for (const script of copy.querySelectorAll('script')) script.remove();
  return { markup: copy.innerHTML, text: copy.textContent, selection: selected() };
}

/** The selection as offsets into the page's own text, and the caret of the focused field. */
function selected(): string {
  const selection = getSelection();
  const ends = [
    [selection?.anchorNode, selection?.anchorOffset],
    [selection?.focusNode, selection?.focusOffset],
  ] as const;
  const offsets = ends.map(([node, offset]) => {
    if (!node) return '';
    const range = document.createRange();
    range.setStart(document.body, 0);
    range.setEnd(node, offset!);
    return range.toString().length;
  });
  const active = document.activeElement;
  const field =
    active instanceof HTMLTextAreaElement ? `${active.selectionStart}-${active.selectionEnd}` : '';
  return [selection, ...offsets, active?.localName, field].join('|');
}
