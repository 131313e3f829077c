import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CardPopover } from '../components/card/popover';
import { CARD_STYLES } from '../components/card/styles';
import { loaded, provide } from '../lib/overlay/parts';

export default defineUnlistedScript(() => {
  loaded('card')?.close();
  provide('card', new CardPopover(CARD_STYLES));
});
