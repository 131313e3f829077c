/** Where the settings stand in the browser's storage. */
export const SETTINGS_KEY = 'settings';
/** Settings that could not be used, kept so that nothing is lost. */
export const ASIDE_KEY = 'settings-set-aside';
