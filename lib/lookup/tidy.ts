/** Longest text that is looked at; a longer selection is a passage, not a name. */
export const LONGEST = 300;

/** A typed or selected text on one line, without what surrounds a ticker: " $brk.b " is "brk.b". */
export function tidy(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[$“"'(]+|[”"'),.;:]+$/g, '');
}
