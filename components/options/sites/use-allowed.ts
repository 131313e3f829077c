import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

/** Whether the browser lets Minnow read each pattern, kept up to date; null until it has answered. */
export function useAllowed(patterns: readonly string[]): Map<string, boolean> | null {
  const [allowed, setAllowed] = useState<Map<string, boolean> | null>(null);
  const key = patterns.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the patterns
  useEffect(() => {
    const check = async () => {
      const each = patterns.map(async (pattern) => {
        return [pattern, await browser.permissions.contains({ origins: [pattern] })] as const;
      });
      setAllowed(new Map(await Promise.all(each)));
    };
    check();
    browser.permissions.onAdded.addListener(check);
    browser.permissions.onRemoved.addListener(check);
    return () => {
      browser.permissions.onAdded.removeListener(check);
      browser.permissions.onRemoved.removeListener(check);
    };
  }, [key]);
  return allowed;
}
