import { useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import { patternOf } from '../../../lib/settings/host';
import type { Settings } from '../../../lib/settings/schema';
import {
  imported,
  LONGEST_FILE,
  type Mode,
  readFile,
  readParts,
  type Values,
  writeParts,
} from '../../../lib/settings/transfer';
import { remember } from '../undo';
import { PARTS } from './parts';
import { Preview } from './preview';

/** A file that was read and is sound, beside what is kept. */
interface Ready {
  name: string;
  file: Values;
  left: string[];
  kept: Values;
}

/** Takes a file of options: refused whole, or shown with what it would change before anything is. */
export function Import() {
  const [ready, setReady] = useState<Ready | null>(null);
  const [said, setSaid] = useState({ words: '', wrong: false });
  const field = useRef<HTMLInputElement>(null);

  const leave = (words = '', wrong = false) => {
    setReady(null);
    setSaid({ words, wrong });
    if (field.current) field.current.value = '';
  };
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    try {
      // Not read at all when it cannot be right: it may be of any size.
      const read =
        chosen.size > LONGEST_FILE
          ? { problem: t('settings.file.tooLong') }
          : readFile(await chosen.text(), PARTS);
      if ('problem' in read) {
        leave(t('options.import.refused', { name: chosen.name, why: read.problem }), true);
        return;
      }
      setSaid({ words: '', wrong: false });
      setReady({ name: chosen.name, file: read.values, left: read.left, kept: await readParts(PARTS) });
    } catch (error) {
      leave((error as Error).message, true);
    }
  };
  const take = async ({ name, file }: Ready, mode: Mode) => {
    // Read anew: something may have been changed elsewhere while the preview was looked at.
    const kept = await readParts(PARTS).catch((error: Error) => leave(error.message, true));
    if (!kept) return;
    const next = imported(PARTS, kept, file, mode);
    const error = await writeParts(PARTS, next, kept);
    if (error !== undefined) {
      leave(t('options.import.refused', { name, why: error }), true);
      return;
    }
    remember(
      t('options.import.what', { name }),
      async () => writeParts(PARTS, new Map([...kept].filter(([key]) => next.has(key))), next),
      goneSites(kept, next),
    );
    leave(t('options.import.done', { name }));
  };
  return (
    <fieldset data-find>
      <legend>{t('options.import.title')}</legend>
      <p class="mute">{t('options.import.intro')}</p>
      <p class="field">
        <label for="import-file">{t('options.import.file')}</label>
        <input
          ref={field}
          id="import-file"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
        />
      </p>
      {ready && (
        <Preview
          kept={ready.kept}
          file={ready.file}
          left={ready.left}
          onTake={(mode) => take(ready, mode)}
          onLeave={() => leave(t('options.import.left'))}
        />
      )}
      <p class={said.wrong ? 'error' : 'mute'} role="status">
        {said.words}
      </p>
    </fieldset>
  );
}

/** Sites whose access the browser takes with the import, and has to be asked for when it is undone. */
function goneSites(kept: Values, next: Values): string[] {
  const sitesOf = (values: Values) => (values.get('options') as Settings | undefined)?.sites.added ?? [];
  const after = new Set(sitesOf(next.has('options') ? next : kept));
  return sitesOf(kept)
    .filter((host) => !after.has(host))
    .map(patternOf);
}
