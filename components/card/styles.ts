import shared from '../shared.css?inline';
import tokens from '../tokens.css?inline';
import card from './card.css?inline';

/** The style sheets of the card where it stands alone, on a page. */
export const CARD_STYLES = [tokens, shared, card];
