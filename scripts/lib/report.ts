import type { TabMention } from '../../lib/messages';
import type { BrowserName } from './browsers';

/** One stock found on a page, as the report gives it. */
export type ReportedMention = Pick<
  TabMention,
  'ticker' | 'name' | 'surface' | 'evidence' | 'reason' | 'smallCap' | 'score' | 'verdict' | 'badge' | 'rect'
>;

/** What the extension did on one page. */
export interface PageReport {
  /** As given on the command line; inside a folder, the path below it. */
  page: string;
  url: string;
  browser: BrowserName;
  mentions: ReportedMention[];
  /** Milliseconds by step; `load` and `total` are the runner's own. */
  timings: Record<string, number>;
  /** What went wrong in the extension or in loading the page, in plain words. */
  errors: string[];
}
