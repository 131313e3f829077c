import type { Verdict } from '../thesis/types';

/** What a text stands on: decides between the light and the dark tokens, whatever the reader's own theme is. */
export type Ground = 'light' | 'dark';

const TOKENS: Record<Verdict, string> = {
  supports: '--for',
  neutral: '--neutral',
  against: '--against',
  unknown: '--neutral',
};

/**
 * The verdicts' colors on one ground, as the token sheet gives them.
 * Asks a detached document which rules match, so the page is neither touched nor able to answer.
 */
export function verdictColors(
  tokens: CSSStyleSheet,
  ground: Ground,
  palette: string,
): Record<Verdict, string> {
  const root = document.implementation.createHTMLDocument('').documentElement;
  root.dataset.theme = ground;
  root.dataset.palette = palette;
  const colors = {} as Record<Verdict, string>;
  for (const rule of tokens.cssRules as Iterable<CSSRule> & ArrayLike<CSSRule>) {
    if (!('selectorText' in rule) || !root.matches((rule as CSSStyleRule).selectorText)) continue;
    for (const verdict of Object.keys(TOKENS) as Verdict[]) {
      const value = (rule as CSSStyleRule).style.getPropertyValue(TOKENS[verdict]).trim();
      if (value) colors[verdict] = value;
    }
  }
  return colors;
}

/** Tells the ground from the text's own computed color: light text stands on a dark ground. */
export function groundOf(color: string): Ground {
  return lightness(color) > 0.55 ? 'dark' : 'light';
}

/** Rough lightness of a computed CSS color, 0..1; 0 for a form that is not known. */
function lightness(color: string): number {
  const [first = 0, second = 0, third = 0] = (color.match(/-?\d*\.?\d+(?:e-?\d+)?%?/g) ?? []).map((text) =>
    text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text),
  );
  if (color.startsWith('rgb')) return (0.2126 * first + 0.7152 * second + 0.0722 * third) / 255;
  if (color.startsWith('okl')) return first;
  if (color.startsWith('la') || color.startsWith('lc')) return first > 1 ? first / 100 : first;
  if (color.startsWith('color(')) {
    const [r = 0, g = 0, b = 0] = (color.replace(/^color\(\s*[\w-]+/, '').match(/-?\d*\.?\d+/g) ?? []).map(
      Number,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  return 0;
}
