import type { ComponentChildren } from 'preact';
import browser from 'webextension-polyfill';

/** The way to the options, or to one section of them. */
export function OptionsLink({ section, children }: { section?: string; children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="link"
      onClick={async () => {
        if (section === undefined) await browser.runtime.openOptionsPage();
        else await browser.tabs.create({ url: browser.runtime.getURL(`options.html#${section}`) });
        window.close();
      }}
    >
      {children}
    </button>
  );
}
