import { extract } from '../../lib/detect/extract';
import { readBlocks } from '../../lib/detect/read-blocks';
import { readPage } from '../../lib/detect/read-page';

/** Runs in a page: leaves there a function that reads it as the page script does. */
Object.assign(globalThis, {
  minnowCandidates: () => extract(readBlocks(document), readPage(document, location.href)),
});
