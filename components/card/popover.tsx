import { autoUpdate, computePosition, flip, hide, offset, shift, size } from '@floating-ui/dom';
import { render } from 'preact';
import { t } from '../../lib/i18n';
import type { CardApi, CardRequest } from '../../lib/overlay/parts';
import { Card } from './card';

const TAG = 'minnow-card';
const EDGE = 8;
/** Events that end at the card, so that the page's own shortcuts and menus do not answer to them. */
const OWN_EVENTS =
  'click dblclick auxclick pointerdown pointerup mousedown mouseup touchstart touchend keydown keyup keypress wheel';

const STYLE: Record<string, string> = {
  all: 'initial',
  position: 'fixed',
  display: 'block',
  inset: 'auto',
  left: '0',
  top: '0',
  margin: '0',
  padding: '0',
  border: '0',
  width: 'max-content',
  background: 'none',
  overflow: 'visible',
  'z-index': '2147483647',
};

/** The card in the page's top layer: placed at its anchor, kept inside the window, closed by Esc or a press elsewhere. */
export class CardPopover implements CardApi {
  private readonly sheets: CSSStyleSheet[];
  private shut: (() => void) | undefined;

  constructor(styles: string[]) {
    this.sheets = styles.map((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    });
  }

  open(request: CardRequest): void {
    this.close();
    const host = document.createElementNS('http://www.w3.org/1999/xhtml', TAG) as HTMLElement;
    for (const [name, value] of Object.entries(STYLE)) host.style.setProperty(name, value, 'important');
    host.setAttribute('popover', 'manual');
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = this.sheets;
    document.documentElement.append(host);
    host.showPopover?.();

    const leave = () => {
      const hadFocus = root.activeElement !== null;
      request.onClose(hadFocus);
    };
    const card = () => root.querySelector<HTMLElement>('.card')!;
    const move = () => place(request.anchor, host, card());
    const events = new AbortController();
    const { signal } = events;
    for (const name of OWN_EVENTS.split(' ')) {
      host.addEventListener(name, (event) => event.stopPropagation(), { signal, passive: true });
    }
    host.addEventListener('pointerenter', () => request.onInside(true), { signal });
    host.addEventListener('pointerleave', () => root.activeElement || request.onInside(false), { signal });
    host.addEventListener('focusin', () => request.onInside(true), { signal });
    host.addEventListener('focusout', () => setTimeout(() => root.activeElement || request.onInside(false)), {
      signal,
    });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && leave(), {
      signal,
      capture: true,
    });
    document.addEventListener(
      'pointerdown',
      (event) => event.composedPath().includes(host) || request.onInside(false),
      { signal, capture: true },
    );

    render(
      <>
        <Bound onFocus={leave} />
        <div
          class="surface card"
          role="dialog"
          lang={t('lang')}
          aria-label={request.name}
          tabIndex={-1}
          data-theme={request.view.theme}
          data-palette={request.view.palette}
        >
          <Card request={request} onResize={move} onClose={leave} />
        </div>
        <Bound onFocus={leave} />
      </>,
      root,
    );
    const still = autoUpdate(request.anchor, host, move);
    if (request.focus) card().focus({ preventScroll: true });

    this.shut = () => {
      still();
      events.abort();
      render(null, root);
      host.remove();
    };
  }

  close(): void {
    this.shut?.();
    this.shut = undefined;
  }
}

/** Tabbing past either end of the card gives the focus back to the badge. */
function Bound({ onFocus }: { onFocus(): void }) {
  // biome-ignore lint/a11y: never keeps the focus, only hands it on
  return <span tabIndex={0} onFocus={onFocus} />;
}

async function place(anchor: CardRequest['anchor'], host: HTMLElement, surface: HTMLElement): Promise<void> {
  const { x, y, middlewareData } = await computePosition(anchor, host, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(6),
      flip({ padding: EDGE }),
      size({
        padding: EDGE,
        apply: ({ availableHeight }) => {
          const whole = window.innerHeight - 2 * EDGE;
          surface.style.maxHeight = `${Math.min(whole, Math.max(availableHeight, 320))}px`;
        },
      }),
      shift({ padding: EDGE, crossAxis: true }),
      hide(),
    ],
  });
  host.style.setProperty('left', `${x}px`, 'important');
  host.style.setProperty('top', `${y}px`, 'important');
  host.style.setProperty(
    'visibility',
    middlewareData.hide?.referenceHidden ? 'hidden' : 'visible',
    'important',
  );
}
