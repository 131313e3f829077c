import browser from 'webextension-polyfill';
import type { AlertEvent } from '../alerts/events';
import { alertWords } from '../alerts/words';

/** Shows an event as the system's notification; without the permission it stands in the history alone. */
export async function showAlert(key: string, event: AlertEvent): Promise<void> {
  const { title, message } = alertWords(event);
  await browser.notifications?.create(key, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/128.png'),
    title,
    message,
  });
}

/** A click on a notification opens the history of what was told. */
export function listenToAlerts(): void {
  const { notifications } = browser;
  if (!notifications || notifications.onClicked.hasListener(open)) return;
  notifications.onClicked.addListener(open);
}

function open(key: string): void {
  browser.notifications.clear(key);
  browser.tabs.create({ url: browser.runtime.getURL('options.html#alerts') });
}
