import { DEFAULT_OPTIONS } from '../thesis/options';
import type { Settings } from './schema';

/** Settings of a new user. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  on: true,
  sites: { off: [], added: [] },
  theme: 'auto',
  palette: 'teal-orange',
  badges: { bands: { supports: true, neutral: true, against: true } },
  toolbar: 'count',
  alerts: { signal: false, band: false, record: false, level: false },
  thesis: DEFAULT_OPTIONS,
  corrections: [],
};
