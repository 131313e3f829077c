/** Where the settings stand in the browser's storage. */
export const SETTINGS_KEY = 'settings';
