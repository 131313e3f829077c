import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { parseDay } from '../../lib/market/day';
import { MAX_NOTE, type WatchEntry } from '../../lib/watchlist/schema';
import { showDay } from '../format';
import { NumberInput } from '../number-input';

interface Props {
  entry: WatchEntry;
  /** Keeps the entry; answers what was wrong, in the user's words, or "". */
  onKeep: (entry: WatchEntry) => Promise<string>;
  onRemove: (entry: WatchEntry) => Promise<void>;
  /** Leaves what was written as it was; absent where there is nothing to go back to. */
  onCancel?: () => void;
}

/** Note and price levels of one watched stock. What could not be kept stays in the fields. */
export function WatchEditor({ entry, onKeep, onRemove, onCancel }: Props) {
  const { ticker } = entry;
  const [note, setNote] = useState(entry.note);
  const [levels, setLevels] = useState({ above: entry.above, below: entry.below });
  const [told, setTold] = useState<{ words: string; wrong: boolean }>({ words: '', wrong: false });
  const save = async (event: Event) => {
    event.preventDefault();
    const error = await onKeep({ ...entry, note: note.trim(), ...levels });
    setTold(error ? { words: error, wrong: true } : { words: t('watchlist.saved'), wrong: false });
  };
  return (
    <form class="watch-editor" onSubmit={save} noValidate>
      <p class="mute small">{t('watchlist.since', { day: showDay(parseDay(entry.added)) })}</p>
      <label class="watch-field">
        <span>{t('watchlist.note')}</span>
        <textarea
          rows={2}
          maxLength={MAX_NOTE}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
      <div class="watch-levels">
        <NumberInput
          class="watch-field"
          words={t('watchlist.above')}
          value={levels.above}
          onChange={(above) => setLevels({ ...levels, above })}
        />
        <NumberInput
          class="watch-field"
          words={t('watchlist.below')}
          value={levels.below}
          onChange={(below) => setLevels({ ...levels, below })}
        />
      </div>
      <p class="mute small">{t('watchlist.levelsHint')}</p>
      <div class="watch-acts">
        <button type="submit" class="button">
          {t('watchlist.save')}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {t('watchlist.cancel')}
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-label={t('watchlist.removeOf', { ticker })}
          onClick={() => void onRemove(entry)}
        >
          {t('watchlist.remove')}
        </button>
        <span class={told.wrong ? 'broken' : 'mute'} role="status">
          {told.words}
        </span>
      </div>
    </form>
  );
}
