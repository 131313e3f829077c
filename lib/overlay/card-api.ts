import type { Correction } from '../detect/types';
import type { PageView } from '../messages';

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

/** What the card's script, once loaded, offers to the overlay's. */
export interface CardApi {
  open(request: CardRequest): void;
  close(): void;
}

const KEY = '__minnowCard';

/** Hands the card over to the overlay: both scripts share one isolated world, closed to the page. */
export function provideCard(card: CardApi): void {
  (globalThis as Record<string, unknown>)[KEY] = card;
}

/** The card, when its script is in this frame. */
export function loadedCard(): CardApi | undefined {
  return (globalThis as Record<string, unknown>)[KEY] as CardApi | undefined;
}
