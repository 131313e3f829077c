import { rangeOf } from '../../lib/detect/lines';
import { readLines } from '../../lib/detect/read-lines';
import type { PageView, TabReport } from '../../lib/messages';
import badge from '../../lib/overlay/badge.css?inline';
import { Overlay } from '../../lib/overlay/overlay';
import { Painter } from '../../lib/overlay/painter';
import { provide } from '../../lib/overlay/parts';
import { CardPopover } from '../card/popover';
import { CARD_STYLES } from '../card/styles';
import tokens from '../tokens.css?inline';

/** The overlay of finance pages on a page of the extension itself, which needs no scripts put into it. */
export function startOverlay(view: PageView): { report(): TabReport; restyle(view: PageView): void } {
  provide('lines', { readLines, rangeOf });
  provide('badges', (owner) => new Painter(owner, { tokens, badge }));
  provide('card', new CardPopover(CARD_STYLES));
  const overlay = new Overlay(view);
  overlay.start();
  return { report: () => overlay.report(), restyle: (next) => void overlay.restyle(next) };
}
