/** Words of a listing's title that name the paper, not the company. */
const PAPER =
  /[\s,-]+(?:class [a-z]\b|series [a-z]\b|common (?:stock|shares?|units?)\b|ordinary shares?\b|(?:sponsored )?american deposit[ao]ry\b|ads\b|depositary shares?\b|(?:subordinate |limited )?voting shares?\b|shares? of beneficial\b|units? representing\b).*$/i;

/** The company's name out of a listing's title: "Enerpac Tool Group Corp. Common Stock" gives "Enerpac Tool Group Corp." */
export function companyName(title: string): string {
  return title.replace(PAPER, '').trim() || title;
}
