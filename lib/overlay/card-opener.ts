import { type CardRequest, load, loaded, type PainterOwner } from './parts';

/** How long the pointer or the focus rests on a badge before the card opens, milliseconds. */
const DWELL = 300;
/** How long the pointer may be on its way from badge to card. */
const GRACE = 250;

export type CardSubject = Pick<CardRequest, 'ticker' | 'name' | 'reason' | 'surface' | 'anchor'>;

/** Opens one card at a time, on hover, focus or click, and closes it when neither badge nor card is attended to. */
export class CardOpener {
  private timer = 0;
  private current: { subject: CardSubject; badge?: HTMLElement } | undefined;

  constructor(private readonly owner: PainterOwner) {}

  /** Makes a badge open the card. Events of the pointer and keyboard end at the badge: it may stand inside a link. */
  attach(badge: HTMLElement, subject: CardSubject): void {
    const on = (names: string, handle: (event: Event) => void) => {
      for (const name of names.split(' ')) badge.addEventListener(name, handle);
    };
    on('pointerenter', (event) => {
      if ((event as PointerEvent).pointerType !== 'touch') this.soon(subject, badge);
    });
    on('pointerleave', () => this.leave());
    on('focus', () => {
      if (badge.matches(':focus-visible') && this.current?.badge !== badge) this.soon(subject, badge);
    });
    on('blur', () => this.leave());
    on('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.open(subject, badge, true);
    });
    on('keydown', (event) => {
      event.stopPropagation();
      if ((event as KeyboardEvent).key === 'Escape') this.close();
    });
    on(
      'pointerdown pointerup mousedown mouseup dblclick auxclick keyup touchstart touchend dragstart',
      (event) => event.stopPropagation(),
    );
  }

  /** Opens after a moment of rest. */
  soon(subject: CardSubject, badge?: HTMLElement): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(subject, badge, false), DWELL) as unknown as number;
  }

  /** Opens at once, with the focus in the card. */
  show(subject: CardSubject): void {
    void this.open(subject, undefined, true);
  }

  /** Closes after a moment, unless the pointer or the focus reaches the card. */
  leave(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.close(), GRACE) as unknown as number;
  }

  close(): void {
    clearTimeout(this.timer);
    this.current?.badge?.setAttribute('aria-expanded', 'false');
    this.current = undefined;
    loaded('card')?.close();
  }

  private async open(subject: CardSubject, badge: HTMLElement | undefined, focus: boolean): Promise<void> {
    clearTimeout(this.timer);
    if (this.current?.subject === subject && !focus) return;
    this.current?.badge?.setAttribute('aria-expanded', 'false');
    const current = { subject, badge };
    this.current = current;
    try {
      const card = await load('card');
      if (this.current !== current) return;
      badge?.setAttribute('aria-expanded', 'true');
      card.open({
        ...subject,
        view: this.owner.view(),
        focus,
        onInside: (inside) => (inside ? clearTimeout(this.timer) : this.leave()),
        onClose: (hadFocus) => {
          this.close();
          if (hadFocus) badge?.focus({ preventScroll: true });
          clearTimeout(this.timer);
        },
        onCorrected: (correction) => this.owner.corrected(correction),
      });
    } catch (error) {
      if (this.current === current) this.current = undefined;
      this.owner.failed(error);
    }
  }
}
