import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRegistrations, type Registration, removedHosts } from '../../lib/background/added-sites';

/** The registrations after a plan was carried out. */
function carriedOut(present: Registration[], { add, drop }: ReturnType<typeof planRegistrations>) {
  return [...present.filter(({ id }) => !drop.includes(id)), ...add];
}

describe('the page script on added sites', () => {
  it('is registered for a host and its subdomains', () => {
    expect(planRegistrations(['example.com'], [])).toEqual({
      add: [{ id: 'site:example.com', matches: ['*://*.example.com/*'] }],
      drop: [],
    });
  });

  it('goes with a site that was removed or is no longer granted', () => {
    const present = [{ id: 'site:example.com', matches: ['*://*.example.com/*'] }];
    expect(planRegistrations([], present)).toEqual({ add: [], drop: ['site:example.com'] });
  });

  it('ends up on exactly the granted hosts, from any state, and then stays', () => {
    const hosts = fc.uniqueArray(fc.domain(), { maxLength: 8 });
    fc.assert(
      fc.property(hosts, hosts, (before, granted) => {
        const present = planRegistrations(before, []).add;
        const now = carriedOut(present, planRegistrations(granted, present));
        expect(now.map(({ id }) => id).sort()).toEqual(granted.map((host) => `site:${host}`).sort());
        expect(planRegistrations(granted, now)).toEqual({ add: [], drop: [] });
      }),
    );
  });
});

describe('removed hosts', () => {
  it('are those no longer listed', () => {
    expect(removedHosts(['a.example', 'b.example'], ['b.example'])).toEqual(['a.example']);
  });

  it('are not those that another host still covers', () => {
    expect(removedHosts(['news.example.com'], ['example.com'])).toEqual([]);
  });
});
