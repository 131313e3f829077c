/** A run of capitalised words within a text. */
export interface Run {
  start: number;
  end: number;
}

/** Small letters that a name may begin with before its capital. */
const LONGEST_LOWER = 5;
/** A word that may be part of a name: it holds a capital, or begins with digits and holds a letter. */
const WORD = `(?:[A-Z0-9À-ÖØ-Þ](?:[\\w&+'’À-ÖØ-öø-ÿ]|[.\\-/!](?=[\\wÀ-ÿ]))*|[a-z]{1,${LONGEST_LOWER}}[A-Z][\\w'’]*|(?:[a-z]\\.){2,}(?:[a-z]\\.?)?)`;
const JOIN =
  '(?:(?<=(?<![\\wÀ-ÿ])(?:[A-Z]|[A-Z]\\.[A-Z]|Inc|Corp|Co|Cos|Bros|Ltd|St|Dr|Mr|Ms|Mt|Jr|Labs|Intl|Tech|Hldgs))\\.)?(?:\\s{1,60}|,\\s{1,60}(?=(?:Inc|INC|Corp|CORP|Ltd|LTD|LLC|L\\.L\\.C|L\\.?P|Co|CO|N\\.?V|S\\.?A|PLC|plc)\\b))(?:(?:of|and|&|in the|the|for|de|\\+|-)\\s{1,60})?';
const RUN = new RegExp(
  `(?<![\\wÀ-ÿ$€£#@])${WORD}(?:${JOIN}${WORD})*(?:\\s(?:plc|inc|corp|ltd|llc)\\b)?`,
  'y',
);
/** What every run has at its start or soon after it: a capital, a small letter after digits, two letters with their stops. */
const SIGN = /[A-ZÀ-ÖØ-Þ]|\d-?[a-zß-öø-ÿ]|[a-z]\.(?=[a-z]\.)/g;
/** No run begins right after one of these. */
const WITHIN = /[\wÀ-ÿ$€£#@]/;

const LOWER = 1;
export const UPPER = 2;
const DIGIT = 3;

/** Kind of letter, for Latin script; 0 for everything else. */
export function kindOf(code: number): number {
  if (code < 0x30) return 0;
  if (code < 0x3a) return DIGIT;
  if (code < 0x41) return 0;
  if (code < 0x5b) return UPPER;
  if (code < 0x61) return 0;
  if (code < 0x7b) return LOWER;
  if (code < 0xc0 || code > 0x24f || code === 0xd7 || code === 0xf7) return 0;
  return code < 0xdf ? UPPER : LOWER;
}

/** Finds the runs of capitalised words. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  SIGN.lastIndex = 0;
  while (SIGN.test(text)) {
    const start = startAt(text, SIGN.lastIndex - 1, end);
    if (start < 0) continue;
    RUN.lastIndex = start;
    if (!RUN.test(text)) continue;
    end = RUN.lastIndex;
    runs.push({ start, end });
    SIGN.lastIndex = end;
  }
  return runs;
}

/** Where the run begins whose sign ends at a character, not before `from`; -1 in the middle of a word, or of a number: "0.3M". */
function startAt(text: string, at: number, from: number): number {
  if (text[at] === '.') return isFree(text, at - 1) ? at - 1 : -1;
  if (isFree(text, at)) {
    // "1-800-Flowers", where nothing else stands before the digits
    return text[at - 1] === '-' ? numberBefore(text, at - 1, from, at) : at;
  }
  const before = kindOf(text.charCodeAt(at - 1));
  if (before === DIGIT) return numberBefore(text, at, from, -1);
  if (before !== LOWER || kindOf(text.charCodeAt(at)) !== UPPER) return -1;
  // "iPhone", "loanDepot"
  for (let first = at - 1; first >= Math.max(from, at - LONGEST_LOWER); first--) {
    if (text.charCodeAt(first) > 0x7a || kindOf(text.charCodeAt(first)) !== LOWER) return -1;
    if (isFree(text, first)) return first;
  }
  return -1;
}

/** Where the digits begin that end before an offset, with hyphens in between; `otherwise` where none begin freely. */
function numberBefore(text: string, offset: number, from: number, otherwise: number): number {
  const isDigit = (at: number) => kindOf(text.charCodeAt(at)) === DIGIT;
  let start = otherwise;
  for (let at = offset - 1; at >= from; at--) {
    if (isDigit(at)) {
      if (isFree(text, at) && !/\d[.,]$/.test(text.slice(Math.max(0, at - 2), at))) start = at;
    } else if (text[at] !== '-' || at === offset - 1 || !isDigit(at - 1)) break;
  }
  return start;
}

function isFree(text: string, at: number): boolean {
  return at === 0 || !WITHIN.test(text[at - 1]!);
}

/** Whether most letters are capitals. */
export function isCaps(text: string): boolean {
  let upper = 0;
  let lower = 0;
  // With this many small letters the rest cannot make it a line of capitals
  const most = text.length / 5;
  for (let at = 0; at < text.length && lower <= most; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === UPPER) upper++;
    else if (kind === LOWER) lower++;
  }
  return upper >= 5 && upper > 4 * lower;
}
