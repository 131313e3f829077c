import type { Correction, Mention } from './types';

/** Address of a page as corrections keep it: without query and fragment. */
export function pageOf(url: string): string {
  return url.split(/[?#]/, 1)[0]!;
}

/** Leaves out the mentions that the user said are something else, on this page, this site or everywhere. */
export function applyCorrections(
  mentions: readonly Mention[],
  corrections: readonly Correction[],
  url: string,
): Mention[] {
  const page = pageOf(url);
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const here = corrections.filter(
    ({ scope, where }) => scope === 'everywhere' || where === (scope === 'page' ? page : host),
  );
  return mentions.filter(
    (mention) =>
      !here.some(
        ({ ticker, surface }) =>
          ticker === mention.ticker && (surface === undefined || surface === mention.surface.toLowerCase()),
      ),
  );
}
