/** One site that Minnow reads by default. Pure declaration: what differs there, nothing else. */
export interface Site {
  /** File name without ending. */
  id: string;
  name: string;
  /** Hosts, subdomains included: "finance.yahoo.com" also stands for "uk.finance.yahoo.com". */
  hosts: string[];
  /** Match patterns, for a site that is only part of its host; all of `hosts` otherwise. */
  patterns?: string[];
  /** Finds the symbol in the address of a quote page (first group), where the usual shapes of `quote-url.ts` do not. */
  quote?: RegExp[];
  /** CSS selector of the company's name on a quote page, where the header badge goes. */
  header?: string;
}
