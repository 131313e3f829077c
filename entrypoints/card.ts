import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import card from '../components/card/card.css?inline';
import { CardPopover } from '../components/card/popover';
import shared from '../components/shared.css?inline';
import tokens from '../components/tokens.css?inline';
import { loadedCard, provideCard } from '../lib/overlay/card-api';

export default defineUnlistedScript(() => {
  loadedCard()?.close();
  provideCard(new CardPopover([tokens, shared, card]));
});
