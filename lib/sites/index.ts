import type { Site } from './types';

export const sites: Site[] = [];

/** Match patterns of all built-in sites, for the manifest. */
export const hostPatterns: string[] = sites.flatMap((site) => site.hosts.map((host) => `*://*.${host}/*`));
