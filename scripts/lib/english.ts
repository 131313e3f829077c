import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

/**
 * Gives lib/i18n its English texts where there is no browser. Import it before anything that speaks: the library
 * looks for `chrome` while it loads.
 */
const file = join(import.meta.dirname, '..', '..', 'lib', 'i18n', 'en.yml');
const messages = generateChromeMessages(await parseMessagesFile(file));

function getMessage(key: string, substitutions: string[] = []): string {
  const text = messages[key]?.message ?? '';
  return text.replace(/\$(\$|\d)/g, (_, sign) => (sign === '$' ? '$' : (substitutions[sign - 1] ?? '')));
}

const held = globalThis as unknown as { chrome?: { i18n?: object } };
// One object for all files of tests that share a worker: the library keeps the one that it found.
held.chrome ??= {};
held.chrome.i18n ??= { getMessage, getUILanguage: () => 'en-US' };
