import { useState } from 'preact/hooks';
import type { Settings, SettingsPatch } from '../../lib/settings/schema';
import { Switch } from '../switch';
import { VerdictTag } from '../verdict';
import { Choice } from './choice';
import { save } from './state';

const BANDS = [
  ['supports', '60 to 100'],
  ['neutral', '40 to 59'],
  ['against', '0 to 39'],
] as const;

const THEMES = [
  { value: 'auto', label: 'As the browser' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const PALETTES = [
  { value: 'teal-orange', label: 'Teal and orange, safe for color-blind eyes' },
  { value: 'green-red', label: 'Green and red' },
] as const;

/** Which badges are shown, and how. */
export function BadgeOptions({ kept }: { kept: Settings }) {
  const [error, setError] = useState('');
  const set = async (patch: SettingsPatch) => setError((await save(() => patch)) ?? '');
  const { bands } = kept.badges;
  return (
    <section id="badges" aria-labelledby="badges-title">
      <h2 id="badges-title">Badges</h2>
      <fieldset>
        <legend>Show the badges that say</legend>
        {BANDS.map(([band, range]) => (
          <div key={band}>
            <Switch
              on={bands[band]}
              onSwitch={(on) => set({ badges: { ...kept.badges, bands: { ...bands, [band]: on } } })}
            >
              <VerdictTag verdict={band} /> <span class="mute">score {range}</span>
            </Switch>
          </div>
        ))}
      </fieldset>
      <Choice title="Theme" value={kept.theme} choices={THEMES} onChoose={(theme) => set({ theme })} />
      <Choice
        title="Colors"
        value={kept.palette}
        choices={PALETTES}
        onChoose={(palette) => set({ palette })}
      />
      <p class="error" role="status">
        {error}
      </p>
    </section>
  );
}
