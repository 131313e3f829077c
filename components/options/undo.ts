import { signal } from '@preact/signals';
import { requestAccess } from '../request-access';

interface Step {
  /** What was changed, in the user's words. */
  what: string;
  /** Takes the change back. Answers what was wrong, in the user's words. */
  undo(): Promise<string | undefined>;
  /** Access that the browser took with the change, and has to be asked for again. */
  origins: string[];
  at: number;
}

/** Changes of this page that can be taken back, newest last. */
export const steps = signal<readonly Step[]>([]);
/** Whether the user put the bar away; the next change brings it back. */
export const hidden = signal(false);
/** What became of the last undoing: what was undone, or why it could not be. */
export const undone = signal<{ what: string; error?: string } | null>(null);

const MOST = 50;
/** Changes of one control that follow each other by less, milliseconds, are taken back together. */
const TOGETHER = 1500;

/** Keeps a change that was saved, so that it can be taken back. */
export function remember(what: string, undo: Step['undo'], origins: string[] = []): void {
  const last = steps.value.at(-1);
  const now = Date.now();
  undone.value = null;
  hidden.value = false;
  if (last?.what === what && now - last.at < TOGETHER) {
    const both = async () => (await undo()) ?? (await last.undo());
    steps.value = [
      ...steps.value.slice(0, -1),
      { what, undo: both, origins: [...last.origins, ...origins], at: now },
    ];
  } else {
    steps.value = [...steps.value, { what, undo, origins, at: now }].slice(-MOST);
  }
}

/** Takes the last change back; straight from a click or key, since access may have to be asked for. */
export async function undoLast(): Promise<void> {
  const last = steps.value.at(-1);
  if (!last) return;
  steps.value = steps.value.slice(0, -1);
  if (last.origins.length > 0) await requestAccess(last.origins);
  const error = await last.undo();
  if (error !== undefined) steps.value = [...steps.value, last];
  undone.value = { what: last.what, error };
  hidden.value = false;
}
