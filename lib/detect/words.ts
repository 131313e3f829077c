/** A word of a name or phrase, as the directory spells it, and where it stands. */
export interface Word {
  /** Lower case, without accents, dots and apostrophes: "kohls", "&", "us". */
  word: string;
  /** The same without a possessive ending, when it has one: "apple" of "Apple's". */
  base?: string;
  start: number;
  end: number;
  /** End without the possessive ending. */
  baseEnd?: number;
}

/** Most phrases are no more than this, and are quickly split. */
const PLAIN = /^[A-Za-z0-9 ]*$/;
const PIECE = /[\p{L}\p{N}&+!](?:[\p{L}\p{N}&+!]|['’.](?=[\p{L}\p{N}&]))*/gu;
/** "She'll", "we'd", "can't": never a name, though without its apostrophe it may read like one. */
const CONTRACTION = /['’](?:ll|ve|re|d|m|t)$/i;
const MARKS = /[\u0300-\u036f'’!]|(?<!\d)\.|\.(?!\d)/g;

/** Splits text into the words by which names are compared: "J.P. Morgan's" gives "jp", "morgans" (or "morgan"). */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  if (PLAIN.test(text)) {
    for (let start = 0; start < text.length; ) {
      const space = text.indexOf(' ', start);
      const end = space < 0 ? text.length : space;
      const word = text.slice(start, end).toLowerCase();
      if (word !== '') words.push({ word: word === 'and' ? '&' : word, start, end });
      start = end + 1;
    }
    return words;
  }
  for (const match of text.matchAll(PIECE)) {
    let start = match.index;
    // "Amazon.com" is two words, "U.S." is one
    const parts = match[0].includes('.') ? match[0].split(/(?<=[\p{L}\p{N}]{2})\.(?=\p{L}{2})/u) : [match[0]];
    for (const part of parts) {
      const word = fold(part);
      const possessive = /['’]s$/i.test(part);
      if (word !== '') {
        words.push({
          word: word === 'and' ? '&' : word,
          start,
          end: start + part.length,
          ...(possessive && { base: fold(part.slice(0, -2)), baseEnd: start + part.length - 2 }),
        });
      }
      start += part.length + 1;
    }
  }
  return words;
}

function fold(text: string): string {
  const lower = text.toLowerCase();
  if (CONTRACTION.test(lower)) return lower;
  return /^[a-z0-9&+]+$/.test(lower) ? lower : lower.normalize('NFD').replace(MARKS, '');
}

/** Key of a name in the directory: its words, single letters that stand together read as one ("j p" as "jp"). */
export function keyOf(words: readonly string[]): string {
  let key = '';
  let single = false;
  for (const word of words) {
    const letter = word.length === 1 && word !== '&';
    key += key === '' || (single && letter) ? word : ` ${word}`;
    single = letter;
  }
  return key;
}
