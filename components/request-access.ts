import browser from 'webextension-polyfill';

/**
 * Asks the user to let Minnow read sites. To be called straight from a click, with nothing awaited
 * before, since the browser asks for a click alone.
 * @returns false also where the browser does not ask at all
 */
export async function requestAccess(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins });
  } catch {
    return false;
  }
}
