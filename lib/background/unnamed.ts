import browser from 'webextension-polyfill';

interface HeaderRules {
  updateSessionRules(change: { removeRuleIds: number[]; addRules: object[] }): Promise<void>;
}

/**
 * Firefox sends the extension's own address along with some requests, and gives every installation another one. This
 * takes it out of the requests of the background, so that sources cannot tell one user from the next. In Chrome all
 * users share one address, and there is nothing to do.
 * @param origins match patterns of the sources, each of one host
 */
export async function withoutOwnName(origins: readonly string[]): Promise<void> {
  const { declarativeNetRequest: rules } = browser as unknown as { declarativeNetRequest?: HeaderRules };
  if (!rules) return;
  const hosts = [...new Set(origins.map((origin) => new URL(origin).hostname))];
  await rules.updateSessionRules({
    removeRuleIds: [1],
    addRules: [
      {
        id: 1,
        action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
        // No tab: the background's own requests alone.
        condition: { requestDomains: hosts, resourceTypes: ['xmlhttprequest'], tabIds: [-1] },
      },
    ],
  });
}
