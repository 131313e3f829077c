import { wxt } from './lib/build';
import { say } from './lib/say';

// Packages for both stores, and the sources that Firefox's reviewers ask for, in .output/.
for (const browser of ['chrome', 'firefox']) {
  say(`packing for ${browser} …`);
  wxt('zip', '-b', browser);
}
say('the packages are in .output/');
