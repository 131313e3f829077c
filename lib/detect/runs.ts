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
  'y',
);
/** Where a run may begin; not in the middle of a word, nor in the rest of a number: "0.3M". */
const START =
  /(?<![\wÀ-ÿ$€£#@])(?:[A-ZÀ-ÖØ-Þ]|[a-z]{1,2}[A-ZÀ-ÖØ-Þ]|[a-z]\.|(?<!\d[.,])\d+(?:-\d+)*-?[A-Za-zÀ-ÿ])/g;

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
  START.lastIndex = 0;
  for (let found = START.exec(text); found; found = START.exec(text)) {
    const start = found.index;
    RUN.lastIndex = start;
    const isRun = RUN.test(text);
    const end = isRun ? RUN.lastIndex : start + 1;
    if (isRun) runs.push({ start, end });
    START.lastIndex = end;
  }
  return runs;
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
