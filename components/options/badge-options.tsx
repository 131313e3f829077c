import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings/schema';
import { Switch } from '../switch';
import { VerdictTag } from '../verdict';
import { BadgePreview } from './badge-preview';
import { Choice } from './choice';
import { NumberField } from './number-field';
import { type Change, save } from './state';

type Badges = Settings['badges'];

const BANDS = [
  ['supports', t('options.badges.supports')],
  ['neutral', t('options.badges.neutral')],
  ['against', t('options.badges.against')],
] as const;

const COMPANIES = [
  { value: 'small-caps', label: t('options.badges.smallCaps') },
  { value: 'all', label: t('options.badges.all'), note: t('options.badges.allNote') },
] as const;

const PLACES = [
  { value: 'corner', label: t('options.badges.corner') },
  { value: 'underline', label: t('options.badges.underline'), note: t('options.badges.underlineNote') },
] as const;

const SIZES = [
  { value: 'small', label: t('options.badges.small') },
  { value: 'normal', label: t('options.badges.normal') },
  { value: 'large', label: t('options.badges.large') },
] as const;

const THEMES = [
  { value: 'auto', label: t('options.badges.auto') },
  { value: 'light', label: t('options.badges.light') },
  { value: 'dark', label: t('options.badges.dark') },
] as const;

const PALETTES = [
  { value: 'teal-orange', label: t('options.badges.tealOrange') },
  { value: 'green-red', label: t('options.badges.greenRed') },
] as const;

/** Which badges are shown, and how. */
export function BadgeOptions({ kept }: { kept: Settings }) {
  const [error, setError] = useState('');
  const { badges } = kept;
  const set = async (change: (settings: Settings) => Change, what: string) => {
    const problem = await save(change, what);
    setError(problem ?? '');
    return problem;
  };
  const setBadges = (patch: Partial<Badges>, what: string) =>
    set((settings) => ({ badges: { ...settings.badges, ...patch } }), what);
  return (
    <section id="badges" aria-labelledby="badges-title">
      <h2 id="badges-title">{t('options.badges.title')}</h2>
      <BadgePreview badges={badges} palette={kept.palette} theme={kept.theme} />
      <Choice
        title={t('options.badges.companies')}
        value={badges.companies}
        choices={COMPANIES}
        onChoose={(companies) => setBadges({ companies }, t('options.badges.companies'))}
      />
      <fieldset data-find>
        <legend>{t('options.badges.bands')}</legend>
        {BANDS.map(([band, range]) => (
          <div key={band}>
            <Switch
              on={badges.bands[band]}
              onSwitch={(on) => setBadges({ bands: { ...badges.bands, [band]: on } }, range)}
            >
              <VerdictTag verdict={band} /> <span class="mute">{range}</span>
            </Switch>
          </div>
        ))}
        <p>
          <NumberField
            label={t('options.badges.minScore')}
            value={badges.minScore}
            slider
            min={0}
            max={100}
            step={1}
            unit={badges.minScore === 0 ? t('options.badges.every') : t('options.badges.knownOnly')}
            onSave={(minScore) => setBadges({ minScore }, t('options.badges.minScore'))}
          />
        </p>
      </fieldset>
      <Choice
        title={t('options.badges.place')}
        value={badges.place}
        choices={PLACES}
        onChoose={(place) => setBadges({ place }, t('options.badges.place'))}
      />
      <Choice
        title={t('options.badges.size')}
        value={badges.size}
        choices={SIZES}
        onChoose={(size) => setBadges({ size }, t('options.badges.size'))}
      />
      <fieldset data-find>
        <legend>{t('options.badges.quiet')}</legend>
        <Switch on={badges.quiet} onSwitch={(quiet) => setBadges({ quiet }, t('options.badges.quiet'))}>
          {t('options.badges.quietNote')}
        </Switch>
      </fieldset>
      <Choice
        title={t('options.badges.palette')}
        value={kept.palette}
        choices={PALETTES}
        onChoose={(palette) => set(() => ({ palette }), t('options.badges.palette'))}
      />
      <Choice
        title={t('options.badges.theme')}
        value={kept.theme}
        choices={THEMES}
        onChoose={(theme) => set(() => ({ theme }), t('options.badges.theme'))}
      />
      <p class="error" role="status">
        {error}
      </p>
    </section>
  );
}
