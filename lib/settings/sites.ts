import { sites as builtIn } from '../sites';
import type { Site } from '../sites/types';
import { covers, hostOfPattern } from './host';
import type { Settings } from './schema';

/** All hosts that are switched together with this one: those of its built-in site, its added host, or itself. */
export function siteHosts(settings: Settings, host: string): string[] {
  const together = builtIn.map(hostsOf).find((hosts) => hosts.some((one) => covers(one, host)));
  return together ?? [settings.sites.added.find((one) => covers(one, host)) ?? host];
}

/** Hosts of a built-in site, those of which it takes only some pages too. */
function hostsOf({ hosts, patterns = [] }: Site): string[] {
  return [...new Set([...hosts, ...patterns.map(hostOfPattern).filter((host) => host !== null)])];
}

/** Whether the user switched a host's site off. */
export function isOff(settings: Settings, host: string): boolean {
  return settings.sites.off.some((off) => covers(off, host));
}

/** Whether Minnow may run on a host. */
export function isOn(settings: Settings, host: string): boolean {
  return settings.on && !isOff(settings, host);
}

/** The site lists after switching a host's site on or off. */
export function switchSite(settings: Settings, host: string, on: boolean): Settings['sites'] {
  const hosts = siteHosts(settings, host);
  const { off, added } = settings.sites;
  const others = off.filter((one) => !covers(one, host) && !hosts.some((each) => covers(each, one)));
  return { added, off: on ? others : [...others, ...hosts] };
}

/** The site lists after adding a host; one that is there already is not added twice. */
export function addSite(settings: Settings, host: string): Settings['sites'] {
  const { off, added } = settings.sites;
  const known = builtIn.some((site) => site.hosts.some((one) => covers(one, host)));
  return {
    off: off.filter((one) => !covers(one, host)),
    added: known || added.some((one) => covers(one, host)) ? added : [...added, host],
  };
}

/** The site lists after adding several hosts. */
export function addSites(settings: Settings, hosts: readonly string[]): Settings['sites'] {
  let { sites } = settings;
  for (const host of hosts) sites = addSite({ ...settings, sites }, host);
  return sites;
}

/** The site lists after removing a host that the user had added. */
export function removeSite(settings: Settings, host: string): Settings['sites'] {
  return {
    off: settings.sites.off.filter((one) => one !== host),
    added: settings.sites.added.filter((one) => one !== host),
  };
}
