import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { reportText } from '../../../lib/diagnostics/report';
import { t } from '../../../lib/i18n';
import { send } from '../../../lib/messaging';
import { activeTab, tabState } from '../../../lib/popup/active-tab';
import type { Settings } from '../../../lib/settings/schema';

/** What is to be known when something does not work, to be copied into a report. */
export function DiagnosticsOptions({ kept }: { kept: Settings }) {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const shown = useRef<HTMLPreElement>(null);
  const read = () => gather(kept).then(setText);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, and again when the user wants it
  useEffect(() => {
    read();
  }, []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('diagnostics.copied'));
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setSaid(t('diagnostics.notCopied'));
    }
  };
  return (
    <section id="diagnostics" aria-labelledby="diagnostics-title">
      <h2 id="diagnostics-title">{t('diagnostics.title')}</h2>
      <div data-find>
        <p class="mute">{t('diagnostics.intro')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section class="scroll facts" aria-label={t('diagnostics.text')} tabIndex={0}>
          <pre ref={shown}>{text || t('diagnostics.reading')}</pre>
        </section>
        <p class="buttons">
          <button type="button" class="button" disabled={text === ''} onClick={copy}>
            {t('diagnostics.copy')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              setSaid('');
              read();
            }}
          >
            {t('diagnostics.again')}
          </button>
          <span class="mute" role="status">
            {said}
          </span>
        </p>
      </div>
    </section>
  );
}

/** The facts, as far as they can be had: what does not answer is what is looked for. */
async function gather(kept: Settings): Promise<string> {
  const [thesis, live, errors, tab, platform] = await Promise.all([
    send('thesis', {}).catch(() => null),
    send('live-get', {}).catch(() => null),
    send('errors-get', {}).catch(() => null),
    activeTab()
      .then((found) => tabState(found, kept))
      .catch(() => null),
    browser.runtime.getPlatformInfo().catch(() => null),
  ]);
  return reportText({
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    system: platform?.os ?? '–',
    language: navigator.language,
    data: thesis?.data ?? null,
    live: live && { on: live.settings.on, status: live.status },
    tab,
    errors: errors?.errors ?? [],
  });
}
