import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/settings/defaults';
import { normalizeHost } from '../../lib/settings/host';
import type { Settings } from '../../lib/settings/schema';
import { addSite, isOn, removeSite, siteHosts, switchSite } from '../../lib/settings/sites';

const withSites = (sites: Partial<Settings['sites']>): Settings => ({
  ...DEFAULT_SETTINGS,
  sites: { ...DEFAULT_SETTINGS.sites, ...sites },
});

describe('switching a site', () => {
  it('silences it and its subdomains, and no other', () => {
    const settings = withSites(switchSite(DEFAULT_SETTINGS, 'example.com', false));
    expect(isOn(settings, 'example.com')).toBe(false);
    expect(isOn(settings, 'news.example.com')).toBe(false);
    expect(isOn(settings, 'example.org')).toBe(true);
  });

  it('takes all of a built-in site, wherever on it the user is', () => {
    const settings = withSites(switchSite(DEFAULT_SETTINGS, 'uk.finance.yahoo.com', false));
    expect(isOn(settings, 'finance.yahoo.com')).toBe(false);
    expect(isOn(settings, 'de.finance.yahoo.com')).toBe(false);
  });

  it('takes a built-in site that is only some pages of a host', () => {
    const settings = withSites(switchSite(DEFAULT_SETTINGS, 'finance.google.com', false));
    expect(isOn(settings, normalizeHost('https://www.google.com/finance/quote/EPAC:NYSE')!)).toBe(false);
    expect(switchSite(settings, 'google.com', true)).toEqual(DEFAULT_SETTINGS.sites);
  });

  it('takes all of an added site', () => {
    const settings = withSites({ added: ['example.com'] });
    expect(siteHosts(settings, 'blog.example.com')).toEqual(['example.com']);
  });

  it('can be undone from any of its pages', () => {
    const off = withSites(switchSite(DEFAULT_SETTINGS, 'uk.finance.yahoo.com', false));
    expect(switchSite(off, 'finance.yahoo.com', true)).toEqual(DEFAULT_SETTINGS.sites);
  });

  it('does nothing twice', () => {
    const off = withSites(switchSite(DEFAULT_SETTINGS, 'example.com', false));
    expect(switchSite(off, 'example.com', false)).toEqual(off.sites);
  });

  it('leaves everything silent while Minnow is off altogether', () => {
    expect(isOn({ ...DEFAULT_SETTINGS, on: false }, 'example.com')).toBe(false);
  });
});

describe('the sites that a user adds', () => {
  it('are kept once, and switched on', () => {
    const settings = withSites({ off: ['example.com'] });
    const once = withSites(addSite(settings, 'example.com'));
    expect(once.sites).toEqual({ off: [], added: ['example.com'] });
    expect(addSite(once, 'www.example.com').added).toEqual(['example.com']);
  });

  it('are not kept when they are built in', () => {
    expect(addSite(DEFAULT_SETTINGS, 'finance.yahoo.com').added).toEqual([]);
  });

  it('leave no trace when removed', () => {
    const settings = withSites({ added: ['example.com', 'other.example'], off: ['example.com'] });
    expect(removeSite(settings, 'example.com')).toEqual({ added: ['other.example'], off: [] });
  });
});
