import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import tokens from '../components/tokens.css?inline';
import badge from '../lib/overlay/badge.css?inline';
import { Painter } from '../lib/overlay/painter';
import { provide } from '../lib/overlay/parts';

export default defineUnlistedScript(() => {
  provide('badges', (owner) => new Painter(owner, { tokens, badge }));
});
