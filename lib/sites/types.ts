/** One site that Minnow reads by default. Pure declaration: what differs there, nothing else. */
export interface Site {
  /** File name without ending. */
  id: string;
  name: string;
  /** Hosts, subdomains included: "finance.yahoo.com" also stands for "uk.finance.yahoo.com". */
  hosts: string[];
  /** Finds the symbol in the path and query of a quote page: first capture group. */
  quote?: RegExp[];
  /** CSS selector of the company's name on a quote page, where the header badge goes. */
  header?: string;
}
