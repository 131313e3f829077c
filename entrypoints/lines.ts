import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { rangeOf } from '../lib/detect/lines';
import { readLines } from '../lib/detect/read-lines';
import { provide } from '../lib/overlay/parts';

export default defineUnlistedScript(() => {
  provide('lines', { readLines, rangeOf });
});
