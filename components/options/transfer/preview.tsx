import { useState } from 'preact/hooks';
import { t } from '../../../lib/i18n';
import type { Settings } from '../../../lib/settings/schema';
import {
  type Difference,
  differences,
  imported,
  type Mode,
  type Values,
} from '../../../lib/settings/transfer';
import { Choice } from '../choice';
import { PARTS } from './parts';

interface Props {
  kept: Values;
  file: Values;
  left: readonly string[];
  onTake: (mode: Mode) => void;
  onLeave: () => void;
}

const MODES = [
  { value: 'add', label: t('options.import.add'), note: t('options.import.addNote') },
  { value: 'replace', label: t('options.import.replace'), note: t('options.import.replaceNote') },
] as const;

/** What an import would change, before it does. */
export function Preview({ kept, file, left, onTake, onLeave }: Props) {
  const [mode, setMode] = useState<Mode>('add');
  const next = imported(PARTS, kept, file, mode);
  const changes = differences(PARTS, kept, next);
  const sites = newSites(kept, next);
  return (
    <div class="preview">
      <Choice title={t('options.import.mode')} value={mode} choices={MODES} onChoose={setMode} />
      <h3>{t('options.import.changes')}</h3>
      {changes.length === 0 ? (
        <p>{t('options.import.nothing')}</p>
      ) : (
        <ul>
          {changes.map((one) => (
            <li key={one.title}>{inWords(one)}</li>
          ))}
        </ul>
      )}
      {sites > 0 && <p class="mute">{t('options.import.sites', sites)}</p>}
      {left.length > 0 && <p class="mute">{t('options.import.unknown', { names: left.join(', ') })}</p>}
      <p class="buttons">
        <button type="button" class="button" disabled={changes.length === 0} onClick={() => onTake(mode)}>
          {t('options.import.take')}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {t('options.import.leave')}
        </button>
      </p>
    </div>
  );
}

function inWords({ title, added, removed }: Difference): string {
  if (!added && !removed) return t('options.import.changed', { title });
  if (!removed) return t('options.import.grows', { title, added: added ?? 0 });
  return t('options.import.addedRemoved', { title, added: added ?? 0, removed });
}

/** How many sites would be new: the browser asks about each before Minnow may read it. */
function newSites(kept: Values, next: Values): number {
  const before = new Set((kept.get('options') as Settings).sites.added);
  const after = (next.get('options') as Settings | undefined)?.sites.added ?? [];
  return after.filter((host) => !before.has(host)).length;
}
