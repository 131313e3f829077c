import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import card from '../components/card/card.css?inline';
import company from '../components/card/company.css?inline';
import { CardPopover } from '../components/card/popover';
import shared from '../components/shared.css?inline';
import tokens from '../components/tokens.css?inline';
import { loaded, provide } from '../lib/overlay/parts';

export default defineUnlistedScript(() => {
  loaded('card')?.close();
  provide('card', new CardPopover([tokens, shared, company, card]));
});
