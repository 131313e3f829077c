import { join } from 'node:path';
import { ensureBrowsers } from '../lib/browsers';
import { type Session, startSession } from '../lib/session';
import { benchSession } from './bench-page';

/**
 * DuckDuckGo's Autoconsent, a widely used extension with a script on every page, as its package ships it. uBlock
 * Origin would be better known, but what Debian packages is of manifest version 2, which this Chromium refuses.
 */
const PEER = join('node_modules', '@duckduckgo', 'autoconsent', 'dist', 'addon-mv3');

/** The same browser three times: without an extension, with Minnow, and with a peer. */
export interface Setups {
  none: Session;
  minnow: Session;
  peer: Session;
}

/** Starts the browsers that are compared, runs the measurement, and closes them. */
export async function withSetups<T>(measure: (setups: Setups) => Promise<T>): Promise<T> {
  const program = ensureBrowsers(['chromium']).chromium;
  const bare = () => startSession({ browser: 'chromium', program, headless: true });
  const [none, peer, own] = [await bare(), await bare(), await benchSession()];
  try {
    await peer.browser.installExtension(PEER);
    return await measure({ none, minnow: own.session, peer });
  } finally {
    await Promise.all([none.close(), peer.close(), own.close()]);
  }
}
