/** The panel's tabs. */
export type PanelTab = 'board' | 'track-record';

/** Where the session's storage says which tab of the side panel is wanted. */
export const PANEL_TAB_KEY = 'side-panel-tab';
