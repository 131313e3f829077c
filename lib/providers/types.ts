/** One request to a provider; everything about the connection is the caller's business. */
export interface Ask {
  url: string;
  method?: 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/** What is told of a provider to people. */
export interface ProviderInfo {
  /** Publisher in plain words. */
  name: string;
  /** Page where a person can check the figures. */
  page: string;
  /** Where requests go, without a slash at the end; tests and proxies put another in its place. */
  base: string;
  /** Longest answer that can be right, bytes. */
  maxBytes: number;
}

/** `https://host/path` with parameters. */
export function withQuery(url: string, parameters: Record<string, string | number | undefined>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `${url}?${new URLSearchParams(given)}`;
}
