/** A run of capitalised words within a text. */
export interface Run {
  start: number;
  end: number;
}

/** A word that may be part of a name: it holds a capital, or begins with digits and holds a letter. */
const WORD =
  "(?:[A-Z0-9À-ÖØ-Þ](?:[\\w&+'’À-ÖØ-öø-ÿ]|[.\\-/!](?=[\\wÀ-ÿ]))*|[a-z]{1,2}[A-Z][\\w'’]*|(?:[a-z]\\.){2,}(?:[a-z]\\.?)?)";
const JOIN =
  '(?:(?<=(?<![\\wÀ-ÿ])(?:[A-Z]|[A-Z]\\.[A-Z]|Inc|Corp|Co|Cos|Bros|Ltd|St|Dr|Mr|Ms|Mt|Jr|Labs|Intl|Tech|Hldgs))\\.)?(?:\\s{1,60}|,\\s{1,60}(?=(?:Inc|INC|Corp|CORP|Ltd|LTD|LLC|L\\.L\\.C|L\\.?P|Co|CO|N\\.?V|S\\.?A|PLC|plc)\\b))(?:(?:of|and|&|in the|the|for|de|\\+|-)\\s{1,60})?';
const RUN = new RegExp(
  `(?<![\\wÀ-ÿ$€£#@])${WORD}(?:${JOIN}${WORD})*(?:\\s(?:plc|inc|corp|ltd|llc)\\b)?`,
  'g',
);
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

/** Finds the runs of capitalised words, and whether most letters are capitals. Looks at each character once. */
export function runsOf(text: string): { runs: Run[]; caps: boolean } {
  const runs: Run[] = [];
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < text.length; ) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === 0) {
      at++;
      continue;
    }
    let starts = kind === UPPER;
    if (kind === LOWER) {
      const second = kindOf(text.charCodeAt(at + 1));
      starts =
        second === UPPER ||
        (second === LOWER ? kindOf(text.charCodeAt(at + 2)) === UPPER : text[at + 1] === '.');
    } else if (kind === DIGIT) {
      let next = at + 1;
      while (kindOf(text.charCodeAt(next)) === DIGIT) next++;
      if (text[next] === '-') next++;
      starts = kindOf(text.charCodeAt(next)) !== 0;
    }
    if (starts && at > 0 && '$€£#@_'.includes(text[at - 1]!)) starts = false;
    // The rest of a number: "0.3M"
    if (starts && kind === DIGIT && /\d[.,]$/.test(text.slice(Math.max(0, at - 2), at))) starts = false;
    RUN.lastIndex = at;
    const run = starts ? RUN.exec(text) : null;
    let end = run ? at + run[0].length : at + 1;
    if (run) runs.push({ start: at, end });
    else while (end < text.length && kindOf(text.charCodeAt(end)) !== 0) end++;
    for (; at < end; at++) {
      const letter = kindOf(text.charCodeAt(at));
      if (letter === UPPER) upper++;
      else if (letter === LOWER) lower++;
    }
  }
  return { runs, caps: upper + lower > 5 && upper > 4 * lower };
}
