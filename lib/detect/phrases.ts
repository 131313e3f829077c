import { runsOf } from './runs';

/** Pieces of a run are at most this many words long, so that no sentence leaves the tab. */
export const WORDS = 8;
/** Words that two neighbouring pieces of a longer run share; company names are seldom longer. */
const OVERLAP = 4;
/** Characters that a name has at most. */
const LONGEST = 150;

/** What may stand between a name's first words at the end of one text and the rest of it in the next. */
const GOES_ON = /^[\s.,&'’-]*(?:of|and|&|in the|in|the|for|de|\+|-)?\s*$/;
/** Before a single letter that may be a symbol: "NYSE: F", "(F)", "$F". */
const BEFORE_SYMBOL = /[:：([$"“,/&]\s?$/;
/** A symbol as traders write it; a variable or a price is none. */
export const CASHTAG = /\$([A-Z]{1,5}(?:[./-][A-Z])?|[a-z]{2,5})(?![\w$])/g;

/**
 * What to ask of a text: the short phrases in it that may name a company, or be a symbol. A phrase that may go on
 * where the text ends has a space at its end.
 */
export function phrasesOf(text: string, add: (phrase: string) => void): void {
  const runs = runsOf(text);
  const last = runs.length - 1;
  for (let index = 0; index <= last; index++) {
    const { start, end } = runs[index]!;
    const goesOn = index === last && text.length - end < 12 && GOES_ON.test(text.slice(end)) ? ' ' : '';
    if (end - start === 1 && goesOn === '' && !BEFORE_SYMBOL.test(text.slice(Math.max(0, start - 2), start)))
      continue;
    const run = text.slice(start, end);
    for (const piece of piecesOf(run))
      add(run.slice(piece.start, piece.end) + (piece.end === run.length ? goesOn : ''));
  }
  if (text.includes('$')) for (const match of text.matchAll(CASHTAG)) add(match[1]!.toUpperCase());
}

/** Cuts a run of capitalised words into pieces that overlap. What is too long for a name is left out. */
export function piecesOf(run: string): { start: number; end: number }[] {
  if (run.length <= LONGEST && !hasMoreSpaces(run, WORDS - 1)) return [{ start: 0, end: run.length }];
  const words = [...run.matchAll(/[^\s\u00a0,]+/g)];
  const pieces: { start: number; end: number }[] = [];
  for (let first = 0; ; first += WORDS - OVERLAP) {
    const last = Math.min(first + WORDS, words.length) - 1;
    const start = words[first]!.index;
    const end = words[last]!.index + words[last]![0].length;
    if (end - start <= LONGEST) pieces.push({ start, end });
    if (last === words.length - 1) return pieces;
  }
}

/** Whether there are more than that many spaces of any kind between the words. */
function hasMoreSpaces(run: string, most: number): boolean {
  let spaces = 0;
  for (let at = 0; at < run.length; at++) {
    const code = run.charCodeAt(at);
    if ((code <= 0x20 || code === 0x2c || code > 0x7f) && ++spaces > most) return true;
  }
  return false;
}
