import { DEFAULT_OPTIONS } from '../thesis/options';
import type { Settings } from './schema';

/** Settings of a new user. */
export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  on: true,
  sites: { off: [], added: [] },
  theme: 'auto',
  palette: 'teal-orange',
  badges: {
    bands: { supports: true, neutral: true, against: true },
    companies: 'small-caps',
    minScore: 0,
    size: 'normal',
    place: 'corner',
    quiet: false,
  },
  toolbar: 'count',
  alerts: { signal: false, band: false, record: false, level: false },
  thesis: { ...DEFAULT_OPTIONS, consensus: null },
  corrections: [],
};
