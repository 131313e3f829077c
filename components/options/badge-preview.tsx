import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { createBadge, moveBadge, pillWidth, SIZES } from '../../lib/overlay/badge';
import badgeCss from '../../lib/overlay/badge.css?inline';
import { createHost } from '../../lib/overlay/host';
import { PILL_HEIGHT, place } from '../../lib/overlay/place';
import type { Settings } from '../../lib/settings/schema';
import type { Verdict } from '../../lib/thesis/types';
import tokensCss from '../tokens.css?inline';

/** Made-up scores, one of each kind. */
const SAMPLES: { verdict: Verdict; score: number | null }[] = [
  { verdict: 'supports', score: 64 },
  { verdict: 'neutral', score: 47 },
  { verdict: 'against', score: 22 },
  { verdict: 'unknown', score: null },
];

type Look = Pick<Settings, 'badges' | 'palette' | 'theme'>;

/** What the options make of badges, drawn by the very code that draws them on pages; for the eye alone. */
export function BadgePreview({ badges, palette, theme }: Look) {
  const { bands, minScore } = badges;
  const isShown = ({ verdict, score }: (typeof SAMPLES)[number]) =>
    (verdict === 'unknown' || bands[verdict]) && (minScore === 0 || (score !== null && score >= minScore));
  return (
    <p class="badge-preview" aria-hidden="true">
      {SAMPLES.map((sample) => {
        const shown = isShown(sample);
        return (
          <span
            key={sample.verdict}
            class={shown ? 'badge-sample' : undefined}
            data-verdict={shown ? sample.verdict : undefined}
          >
            {t('options.badges.sample')}
            {shown && badges.place === 'corner' && (
              <Sample sample={sample} badges={badges} palette={palette} theme={theme} />
            )}
          </span>
        );
      })}
    </p>
  );
}

function Sample({ sample, badges, palette, theme }: Look & { sample: (typeof SAMPLES)[number] }) {
  const slot = useRef<HTMLSpanElement>(null);
  const { size, quiet } = badges;
  useEffect(() => {
    const around = slot.current!;
    const name = around.parentElement!;
    const isDark = theme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
    const { element, surface } = createHost(sheets(), isDark ? 'dark' : 'light', {
      palette,
      size,
      place: 'corner',
      quiet,
    });
    const badge = createBadge({ ...sample, ticker: '', name: '', smallCap: true, wanted: true });
    badge.tabIndex = -1;
    surface.append(badge);
    around.append(element);
    const line = name.getBoundingClientRect();
    const room = {
      left: 0,
      top: line.top - 4 * PILL_HEIGHT,
      right: Number.POSITIVE_INFINITY,
      bottom: line.bottom,
    };
    const [found] = place([
      {
        plane: null,
        lines: [line],
        gap: 10,
        rtl: false,
        scale: SIZES[size],
        quiet,
        room,
        width: pillWidth(sample),
        dense: false,
        beside: [],
        alone: true,
      },
    ]);
    if (found) moveBadge(badge, found, element.getBoundingClientRect(), 1);
    return () => element.remove();
  }, [sample, size, quiet, palette, theme]);
  return <span ref={slot} />;
}

let made: CSSStyleSheet[] | undefined;

function sheets(): CSSStyleSheet[] {
  made ??= [tokensCss, badgeCss].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  return made;
}
