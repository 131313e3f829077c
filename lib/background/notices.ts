import browser from 'webextension-polyfill';
import { type AlertEvent, keyOf } from '../alerts/events';
import { alertWords } from '../alerts/words';
import { t } from '../i18n';
import { list, number } from '../i18n/format';

/** Events that are shown one by one; more, as after a long rest, are shown together. */
const SINGLE = 3;

/** Shows events as the system's notifications; without the permission they stand in the history alone. */
export async function showAlerts(events: readonly AlertEvent[]): Promise<void> {
  if (events.length <= SINGLE) {
    for (const event of events) await show(keyOf(event), alertWords(event));
    return;
  }
  const titles = list(events.map((event) => alertWords(event).title));
  await show('several', {
    title: t('alerts.several', events.length, { n: number(events.length) }),
    message: titles,
  });
}

async function show(key: string, words: { title: string; message: string }): Promise<void> {
  const iconUrl = browser.runtime.getURL('icons/128.png');
  await browser.notifications?.create(key, { type: 'basic', iconUrl, ...words });
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
