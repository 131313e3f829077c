import type { TextBlock } from '../detect/lines';
import type { ReadLines } from '../detect/page-reader';
import type { Correction } from '../detect/types';
import { t } from '../i18n';
import type { PageView } from '../messages';
import { send } from '../messaging';
import type { Found } from './found';

/** Whom the painter tells what happens to it. */
export interface PainterOwner {
  view(): PageView;
  /** "Not this" was kept. */
  corrected(correction: Correction): void;
  failed(error: unknown): void;
}

/** Draws what was found. Loaded into a page only when there is something to draw. */
export interface PainterApi {
  /** Draws one block's findings. */
  add(element: Element, found: Found[]): void;
  drop(element: Element): void;
  /** Looks for the header of a quote page among findings that were just added. */
  header(found: Found[], url: string): void;
  /** The page removed one of our elements. */
  hostRemoved(host: Element): void;
  /** Shows a mention for a moment. */
  flash(found: Found): void;
  /** Gives a mention's badge the keyboard's focus, as soon as it is drawn. */
  focus(found: Found): void;
  /** Applies the look of the current view to what is drawn from now on. */
  restyle(): void;
  closeCard(): void;
  /** Removes every trace. */
  stop(): void;
}

/** What the card is asked to show, and whom it tells what happens to it. */
export interface CardRequest {
  ticker: string;
  name: string;
  /** Why this is that company, from the mention. */
  reason: string;
  /** The words on the page that were matched. */
  surface: string;
  view: Pick<PageView, 'theme' | 'palette'>;
  /** The badge, or the box of the marked text. */
  anchor: Element | { getBoundingClientRect(): DOMRect };
  /** Moves the keyboard's focus into the card. */
  focus: boolean;
  /** The pointer or the focus went into the card (true) or left it. */
  onInside(inside: boolean): void;
  /** The user closed the card with Esc or its button; `hadFocus` when the keyboard's focus was in it. */
  onClose(hadFocus: boolean): void;
  /** "Not this" was kept. */
  onCorrected(correction: Correction): void;
}

export interface CardApi {
  open(request: CardRequest): void;
  close(): void;
}

/** Reads the lines of text in which there is something to find, and finds parts of them on the page. */
export interface LineReader {
  readLines: ReadLines;
  rangeOf(block: TextBlock, start: number, end: number): Range;
}

/** Scripts that are put into a page when first needed; all share one isolated world, closed to the page. */
export interface Parts {
  lines: LineReader;
  badges: (owner: PainterOwner) => PainterApi;
  card: CardApi;
}

const KEYS: Record<keyof Parts, string> = {
  lines: '__minnowLines',
  badges: '__minnowBadges',
  card: '__minnowCard',
};

/** Hands a part over to the scripts that asked for it. */
export function provide<P extends keyof Parts>(name: P, part: Parts[P]): void {
  (globalThis as Record<string, unknown>)[KEYS[name]] = part;
}

/** A part, when its script is in this frame. */
export function loaded<P extends keyof Parts>(name: P): Parts[P] | undefined {
  return (globalThis as Record<string, unknown>)[KEYS[name]] as Parts[P] | undefined;
}

/** The part's name when its script is not in this frame. */
export function lacking<P extends keyof Parts>(name: P): P | undefined {
  return loaded(name) ? undefined : name;
}

/** A part, loaded when needed. @throws Error in the user's words when it cannot be loaded. */
export async function load<P extends keyof Parts>(name: P): Promise<Parts[P]> {
  const there = loaded(name);
  if (there) return there;
  await send('load-part', { part: name });
  const part = loaded(name);
  if (!part) throw new Error(t('overlay.partMissing'));
  return part;
}
