import browser from 'webextension-polyfill';
import type { ThesisView } from '../../lib/messages';
import type { Settings } from '../../lib/settings/schema';

const KEY = 'popup';

/** What the popup showed last. */
interface Remembered {
  /** Version of the extension that wrote it: what another one wrote may have another form. */
  version: string;
  /** The user's day on which it was told. */
  told: string;
  look: Pick<Settings, 'theme' | 'palette'>;
  /** Without the closes, which take longer to read than the rest. */
  thesis: ThesisView;
}

/**
 * What the popup showed last, at once and without asking anyone; undefined when there is nothing to show. How old the
 * prices are is told only on the same day.
 */
export function recall(): Pick<Remembered, 'look' | 'thesis'> | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Remembered | null;
    if (kept?.version !== versionOf()) return undefined;
    const { look, thesis } = kept;
    if (kept.told === today()) return { look, thesis };
    const { live: _, tradingDaysOld: __, ...data } = thesis.data;
    return { look, thesis: { ...thesis, data } };
  } catch {
    return undefined;
  }
}

/** Keeps what was shown for the next time. Nothing of any page is in it. */
export function remember(look: Remembered['look'], thesis: ThesisView): void {
  const { theme, palette } = look;
  const kept: Remembered = {
    version: versionOf(),
    told: today(),
    look: { theme, palette },
    thesis: { ...thesis, charts: null },
  };
  try {
    if (thesis.report) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
  } catch {
    // Then the next time waits for the background.
  }
}

const versionOf = () => browser.runtime.getManifest().version;
const today = () => new Date().toDateString();
