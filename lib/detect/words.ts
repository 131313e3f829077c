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

const PIECE = /[\p{L}\p{N}&+!](?:[\p{L}\p{N}&+!]|['’.](?=[\p{L}\p{N}&]))*/gu;
/** "She'll", "we'd", "can't": never a name, though without its apostrophe it may read like one. */
const CONTRACTION = /['’](?:ll|ve|re|d|m|t)$/i;
const MARKS = /[\u0300-\u036f'’!]|(?<!\d)\.|\.(?!\d)/g;

/** Splits text into the words by which names are compared: "J.P. Morgan's" gives "jp", "morgans" (or "morgan"). */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  if (readPlain(text, words)) return words;
  words.length = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) addPiece(words, piece, index);
  return words;
}

enum Letter {
  None,
  Plain,
  /** Part of a name that is spelled without it, or in more than one way. */
  Sign,
  /** Part of a word only where a letter follows. */
  Inner,
}

/** What the characters of plain text are to words, by code. */
const LETTERS = Uint8Array.from({ length: 0x7f }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[A-Za-z0-9]/.test(char)) return Letter.Plain;
  if ('&+!'.includes(char)) return Letter.Sign;
  return "'.".includes(char) ? Letter.Inner : Letter.None;
});

function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x7f) return LETTERS[code]!;
  if (code === 0x2019) return Letter.Inner;
  return code >= 0x2013 && code <= 0x201d ? Letter.None : -1;
}

/** Reads text of plain letters, as nearly all is; false when there are others. Several times as fast as a pattern. */
function readPlain(text: string, words: Word[]): boolean {
  for (let at = 0; at < text.length; ) {
    let letter = letterAt(text, at);
    if (letter < 0) return false;
    if (letter !== Letter.Plain && letter !== Letter.Sign) {
      at++;
      continue;
    }
    const start = at;
    let simple = true;
    while (at < text.length) {
      letter = letterAt(text, at);
      if (letter < 0) return false;
      if (letter === Letter.None) break;
      if (letter === Letter.Inner) {
        const next = at + 1 < text.length ? letterAt(text, at + 1) : Letter.None;
        if (next !== Letter.Plain && text[at + 1] !== '&') break;
      }
      if (letter !== Letter.Plain) simple = false;
      at++;
    }
    const piece = text.slice(start, at);
    if (simple) {
      const word = piece.toLowerCase();
      words.push({ word: word === 'and' ? '&' : word, start, end: at });
    } else addPiece(words, piece, start);
  }
  return true;
}

function addPiece(words: Word[], piece: string, index: number): void {
  let start = index;
  // "Amazon.com" is two words, "U.S." is one
  for (const part of piece.split(/(?<=[\p{L}\p{N}]{2})\.(?=\p{L}{2})/u)) {
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
