import { isGeneric, isLegalForm } from './company-words';
import {
  ACTOR_VERBS,
  BODIES,
  COMPANY_BEFORE,
  COMPANY_BEFORE_TWO,
  COMPANY_VERBS,
  DETERMINERS,
  FUNCTION_WORDS,
  FUND_AFTER,
  LAND_AFTER,
  PLACE_AFTER,
  PRICE_VERBS,
  SECURITY_WORDS,
  SHARES_AFTER,
  STATES,
  TOWN_BEFORE,
} from './cues';
import { abbreviates, type NameEntry } from './directory';
import { AT, type Candidate } from './types';
import { type Word, wordsOf } from './words';

/** A name of the directory found in a phrase, and what its place says of it. */
export class NameInPlace {
  readonly at: number;
  private readonly next: number;

  constructor(
    readonly candidate: Candidate,
    readonly entry: NameEntry,
    private readonly words: readonly Word[],
    readonly from: number,
  ) {
    this.at = candidate.at ?? 0;
    this.next = from + entry.length;
  }

  /** The name as written, without a possessive ending. */
  get raw(): string {
    const last = this.words[this.next - 1]!;
    const end = this.possessive ? last.baseEnd : last.end;
    return this.candidate.text.slice(this.words[this.from]!.start, end);
  }

  /** Where the name stands in the phrase, its legal form included. */
  get place(): { start: number; end: number } {
    let last = this.next - 1;
    if (this.legal && this.words[this.next]!.word === '&') last++;
    while (last + 1 < this.words.length && isLegalForm(this.words[last + 1]!.word)) last++;
    const word = this.words[last]!;
    const possessive = last === this.next - 1 && this.possessive;
    return { start: this.words[this.from]!.start, end: possessive ? (word.baseEnd ?? word.end) : word.end };
  }

  /** Whether the name is followed by 's that is not part of it. */
  get possessive(): boolean {
    return this.entry.possessive === true;
  }

  /** The word before, as written; empty at the start of the phrase. */
  get previousRaw(): string {
    const previous = this.words[this.from - 1];
    return previous ? this.candidate.text.slice(previous.start, previous.end) : '';
  }

  /** The word before as names are compared, and the one before that where nothing parts them. */
  get namesBefore(): string[] {
    const [second, first] = [this.words[this.from - 2], this.words[this.from - 1]];
    if (!first) return [];
    return second && this.adjoins(this.from - 2) ? [first.word, second.word] : [first.word];
  }

  get startsSentence(): boolean {
    return this.from === 0 && (this.at & AT.start) !== 0;
  }

  /** In a title or a line of capitals, where capitals say nothing. */
  get inLine(): boolean {
    return (this.at & (AT.caps | AT.title)) !== 0;
  }

  /** Whether a capitalised word that is no mere function word stands right before. */
  get joinedBefore(): boolean {
    const previous = this.words[this.from - 1];
    return (
      previous !== undefined &&
      previous.base === undefined &&
      previous.word !== '&' &&
      !/^\d/.test(previous.word) &&
      !/-(?:based|listed|owned|backed|traded|headquartered)$/i.test(this.previousRaw) &&
      !FUNCTION_WORDS.has(previous.word) &&
      !(this.from === 1 && (this.at & AT.start) !== 0 && COMPANY_BEFORE.has(previous.word)) &&
      this.adjoins(this.from - 1)
    );
  }

  /** "Bed Bath & Beyond": the name is the end of a longer one. */
  get ampersandBefore(): boolean {
    return this.from > 1 && this.previousRaw === '&';
  }

  /** Whether a capitalised word that is no mere function word stands right after. */
  get joinedAfter(): boolean {
    const following = this.words[this.next];
    return (
      following !== undefined &&
      following.word !== '&' &&
      !FUNCTION_WORDS.has(following.word) &&
      !isLegalForm(following.word) &&
      this.adjoins(this.next - 1)
    );
  }

  /** Whether a legal form follows: "Gap Inc". */
  get legal(): boolean {
    const ampersand = this.words[this.next]?.word === '&' ? 1 : 0;
    const following = this.words[this.next + ampersand];
    return following !== undefined && isLegalForm(following.word) && !this.possessive;
  }

  /** Whether the legal form that follows can be that of the listing `title`: few are "Companies". */
  legalFitsName(title: string): boolean {
    return this.words[this.next]?.word !== 'companies' || /\bCompanies\b/i.test(title);
  }

  /** Whether it ends as banks' names do, which are made of the same few words. */
  get endsBankName(): boolean {
    return /^(?:bancorp|bankshares|bancshares)$/.test(this.words[this.next - 1]!.word);
  }

  /** Whether the name goes on with what a company is, so that it is the name of another: "Clearwater Analytics". */
  get genericAfter(): boolean {
    for (let index = this.next; index < Math.min(this.words.length, this.next + 3); index++) {
      if (this.possessive || !this.adjoins(index - 1)) return false;
      const { word, start, end } = this.words[index]!;
      if (FUNCTION_WORDS.has(word) || SHARES_AFTER.has(word) || COMPANY_VERBS.has(word)) return false;
      // "AeroVironment and Axon Enterprise" are two
      if (word === '&' && this.candidate.text.slice(start, end) !== '&') return false;
      if (isGeneric(word) && word !== '&') return true;
      if (index > this.next && isLegalForm(word)) return true;
    }
    return false;
  }

  /** Whether it names a fund or an index: "Invesco QQQ ETF". */
  get isFund(): boolean {
    if (this.possessive) return false;
    for (let index = this.next; index < this.words.length && this.adjoins(index - 1); index++) {
      if (FUND_AFTER.has(this.words[index]!.word)) return true;
    }
    return (
      this.candidate.after !== undefined && this.next === this.words.length && FUND_AFTER.has(this.afterWord)
    );
  }

  /** Whether it names a place or a venue: "Wells Fargo Center", "Clearwater, Fla.". */
  get isPlace(): boolean {
    const following = this.words[this.next];
    if (following && !this.possessive && this.adjoins(this.next - 1)) {
      if (PLACE_AFTER.has(following.word)) return true;
      if (BODIES.has(following.word) && !'bp'.includes(this.entry.kind)) return true;
    }
    // "Ford's Theatre"
    if (following && this.possessive && /^theat(?:er|re)$/.test(following.word)) return true;
    if (!following && !this.commaAfter && LAND_AFTER.has(this.afterWord)) return true;
    if (this.isTheAmazon) return true;
    const gap = this.candidate.text.slice(this.words[this.next - 1]!.end, following?.start);
    if (following && gap.startsWith(',') && STATES.has(following.word)) return true;
    return (
      !following &&
      this.entry.length === 1 &&
      !'bp'.includes(this.entry.kind) &&
      this.commaAfter &&
      STATES.has(this.afterWord.replaceAll('.', ''))
    );
  }

  /** "In the Amazon": the river and its forest; the company takes the article only before a thing of its own. */
  private get isTheAmazon(): boolean {
    const previous = this.from === 0 ? this.beforeWord : this.words[this.from - 1]!.word;
    return (
      this.words[this.from]!.word === 'amazon' &&
      previous === 'the' &&
      this.next === this.words.length &&
      (this.commaAfter ||
        this.afterWord === '' ||
        FUNCTION_WORDS.has(this.afterWord) ||
        /^(?:burn|flow|flood|shr[iu]nk|dr(?:y|ie))(?:s|d|ed|ing)?$/.test(this.afterWord))
    );
  }

  /** "An apple a day", "the oracle of Delphi", "ford the river": the sentence uses the name as an ordinary word. */
  get isOrdinaryUse(): boolean {
    if (this.possessive || this.legal || this.joinedAfter) return false;
    const { afterWord } = this;
    if (this.startsSentence) return DETERMINERS.has(afterWord);
    return /^(?:an?|the|my|your)$/.test(this.beforeWord) && FUNCTION_WORDS.has(afterWord) && !this.commaAfter;
  }

  /** "Southend-on-Sea": the end of a word that begins before it. */
  get endsWord(): boolean {
    const { start } = this.words[this.from]!;
    return this.candidate.text[start - 1] === '-';
  }

  /** A length or a power rather than a name: "3m tall", "10x zoom". */
  get isMeasure(): boolean {
    return /^\d+[a-z]$/.test(this.raw);
  }

  get commaAfter(): boolean {
    return (this.at & AT.commaAfter) !== 0;
  }

  /** Whether nothing but the name and its legal form is in the phrase. */
  get isWholePhrase(): boolean {
    return this.from === 0 && this.endsCandidate;
  }

  /** Whether nothing but its legal form stands between the name and the end of the phrase. */
  get endsCandidate(): boolean {
    return this.words.slice(this.next).every(({ word }) => isLegalForm(word));
  }

  /** Whether another name is the next of an enumeration: "this, that", "this and that". */
  isListedBefore({ candidate, from }: NameInPlace): boolean {
    const { block, end, text } = this.candidate;
    if (candidate === this.candidate) {
      const and = this.words[this.next];
      return from === this.next + 1 && and !== undefined && text.slice(and.start, and.end) === 'and';
    }
    return (
      candidate.block === block &&
      this.commaAfter &&
      this.endsCandidate &&
      from === 0 &&
      candidate.start === end + 2
    );
  }

  /** A cell of capitals holds an issuer's whole name and nothing else. */
  get isEntityLine(): boolean {
    const line = AT.cell | AT.whole;
    if ((this.at & line) !== line) return false;
    return (
      (this.at & AT.caps) !== 0 ||
      this.words.some(({ word }) => isLegalForm(word)) ||
      isGeneric(this.words.at(-1)!.word)
    );
  }

  /** The same with more than one word, so that it is hardly a heading: "PHILIP MORRIS INTL INC". */
  get isIssuerLine(): boolean {
    return this.isEntityLine && this.words.length > 1;
  }

  /** Whether the name, as the listing `title` has it, is all of the issuer's name in the cell. */
  fillsEntityLine(title: string): boolean {
    const listed = wordsOf(title).map(({ word }) => word);
    const belongs = (word: string) =>
      isLegalForm(word) ||
      SECURITY_WORDS.has(word) ||
      word.length === 1 ||
      ('bp'.includes(this.entry.kind) && isGeneric(word)) ||
      listed.some((other) => abbreviates(word, other));
    return (
      this.words.slice(0, this.from).every(({ word }) => word === 'the') &&
      this.words.slice(this.next).every(({ word }) => belongs(word))
    );
  }

  /** "C" in "Alphabet Inc. Class C" and "ALPHABET INC CAP STK CL C", lower case. */
  get shareClass(): string | undefined {
    for (let index = this.next; index + 1 < this.words.length && index < this.next + 5; index++) {
      const { word } = this.words[index]!;
      const letter = this.words[index + 1]!.word;
      if ((word === 'class' || word === 'cl') && letter.length === 1) return letter;
    }
    return undefined;
  }

  /** Whether all of it is plain letters: "Über" is not Uber. */
  get isPlainLetters(): boolean {
    return /^[\x20-\x7e’]*$/.test(this.raw);
  }

  get isUpperCase(): boolean {
    return this.raw === this.raw.toUpperCase();
  }

  /** "AMEX" in capitals is the exchange of old, not American Express. */
  get isExchange(): boolean {
    return this.raw === 'AMEX';
  }

  get isAcronym(): boolean {
    return this.entry.length === 1 && this.raw.length <= 3;
  }

  /** A cell that holds a symbol rather than a name. */
  get isSymbolCell(): boolean {
    return (this.at & AT.whole) !== 0 && this.isUpperCase && this.raw.length <= 5 && this.words.length === 1;
  }

  private get before(): string {
    if (this.from === 0) return this.candidate.before ?? '';
    return this.words
      .slice(Math.max(0, this.from - 2), this.from)
      .map(({ word }) => word)
      .join(' ');
  }

  get beforeWord(): string {
    return this.before.split(' ').at(-1)!;
  }

  private get after(): string {
    return this.words[this.next]?.word ?? this.candidate.after ?? '';
  }

  get afterWord(): string {
    return this.after.split(/[ -]/)[0]!;
  }

  get numberBefore(): boolean {
    return /^\d/.test(this.beforeWord);
  }

  get sharesAfter(): boolean {
    return SHARES_AFTER.has(this.afterWord) && !this.commaAfter;
  }

  /** "the X share price", "a Target spokesman": what only a company has, whatever stands before the name. */
  get ownerAfter(): boolean {
    return this.after === 'share price' || /^(?:ceo|cfo|spokes(?:man|woman|person))$/.test(this.afterWord);
  }

  /** Whether no noun follows that the name would only describe: "shares of Australian miner Paladin". */
  get endsPhrase(): boolean {
    const { afterWord } = this;
    return (
      !this.joinedAfter &&
      (afterWord === '' ||
        this.commaAfter ||
        FUNCTION_WORDS.has(afterWord) ||
        COMPANY_VERBS.has(afterWord) ||
        PRICE_VERBS.has(afterWord) ||
        ACTOR_VERBS.has(afterWord))
    );
  }

  /** "X rose 4%" */
  get priceCue(): boolean {
    const [verb, amount] = this.after.split(/[ -]/);
    return PRICE_VERBS.has(verb!) && /^\d/.test(amount ?? '') && !this.commaAfter;
  }

  /** "shares of X", "X stock": the words around speak of a listed company. */
  get sharesCue(): boolean {
    return this.sharesAfter || this.sharesBefore;
  }

  get sharesBefore(): boolean {
    return /\b(?:shares|stock) (?:of|in)$/.test(this.before);
  }

  get ofCue(): boolean {
    return COMPANY_BEFORE_TWO.test(this.before);
  }

  get companyCue(): boolean {
    return COMPANY_BEFORE.has(this.beforeWord) || this.ofCue;
  }

  /** "based in X", "the city of X", "near X": the words before speak of a place. */
  get placeCue(): boolean {
    return TOWN_BEFORE.test(this.before);
  }

  /** "Apple unveils a phone", "Apple HomeKit": what headlines say of companies, and products spelled as such. */
  get headlineCue(): boolean {
    const following = this.words[this.next];
    return (
      this.cue ||
      (following !== undefined &&
        this.adjoins(this.next - 1) &&
        /[a-z][A-Z]|\d/.test(this.candidate.text.slice(following.start, following.end))) ||
      this.possessive ||
      ACTOR_VERBS.has(this.afterWord) ||
      /^(?:(?:un)?(?:veil|launch|rais|releas|sell|buy|win|plan|su|settl|open|recall|hir|tell|add|bring|make|get|face|delay|kill|want)e?s|to)$/.test(
        this.afterWord,
      )
    );
  }

  /** The words around speak of a company. */
  get cue(): boolean {
    return this.sharesCue || this.companyCue || (COMPANY_VERBS.has(this.afterWord) && !this.commaAfter);
  }

  /** Whether nothing but a space stands between a word and the next. */
  private adjoins(index: number): boolean {
    const gap = this.candidate.text.slice(this.words[index]!.end, this.words[index + 1]!.start);
    return /^[\s\u00a0.-]*$/.test(gap);
  }
}
