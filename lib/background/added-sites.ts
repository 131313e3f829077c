import { covers, patternOf } from '../settings/host';

/** A content script that the browser runs on a host the user added. */
export interface Registration {
  id: string;
  matches: string[];
}

/** Id of an added host's content script. */
export function registrationId(host: string): string {
  return `site:${host}`;
}

/**
 * What to register and what to drop so that the browser runs Minnow on exactly the added hosts that it may read.
 * @param present what is registered now
 * @param granted hosts that the browser lets Minnow read
 */
export function planRegistrations(
  granted: readonly string[],
  present: readonly Registration[],
): { add: Registration[]; drop: string[] } {
  const wanted = granted.map((host) => ({ id: registrationId(host), matches: [patternOf(host)] }));
  return {
    add: wanted.filter(({ id }) => !present.some((one) => one.id === id)),
    drop: present.filter(({ id }) => !wanted.some((one) => one.id === id)).map(({ id }) => id),
  };
}

/** Hosts that are in `before` and no longer in `after`, unless another host there covers them. */
export function removedHosts(before: readonly string[], after: readonly string[]): string[] {
  return before.filter((host) => !after.some((one) => covers(one, host)));
}
