/** Words of the market, found fast rather than exactly. */
const FINANCE =
  /[Ss]tocks?\b(?! [Cc]ar)|[Ss]hares?\b|[Ss]hareholder|[Ii]nvestor|[Ii]nvesting|[Ee]arnings|[Rr]evenue|[Dd]ividend|[Aa]nalyst|[Tt]rading|[Tt]raders?\b|N(?:asdaq|ASDAQ)|NYSE|S&P 500|[Qq]uarterly|[Mm]arket [Cc]ap|[Pp]rice [Tt]arget|Wall Street|[Tt]icker|[Ee]quit(?:y|ies)|[Pp]ortfolio|[Vv]aluation/g;

/** Everyday words of English, and of other languages, that the other does not have. */
const ENGLISH = /\b(?:the|and|of|is|with)\b/g;
const OTHER =
  /(?<![\wÀ-ÿ])(?:der|und|das|nicht|les|des|est|une|que|los|las|por|para|não|uma|che|della|sono|het|een|nie|jest|och|att)(?![\wÀ-ÿ])/g;
/** Of one text, this much is enough to tell its language. */
const SAMPLE = 300;

interface Count {
  characters: number;
  finance: number;
  english: number;
  other: number;
}

/** What a page is about and in which language, counted text by text; a text counted again takes the place of its former self. */
export class PageWords<Key extends WeakKey> {
  private readonly counts = new WeakMap<Key, Count>();
  private readonly sum: Count = { characters: 0, finance: 0, english: 0, other: 0 };

  /** @param lang language that the page gives for itself; when empty it is guessed */
  constructor(private readonly lang: string) {}

  /** @param isSeen asked of a text that speaks of the market: what cannot be seen does not count */
  add(key: Key, text: string, isSeen: () => boolean = () => true): void {
    const count: Count = {
      characters: text.length,
      finance: text.match(FINANCE)?.length ?? 0,
      english: 0,
      other: 0,
    };
    if (count.finance > 0 && !isSeen()) count.finance = 0;
    if (this.lang === '') {
      const sample = text.slice(0, SAMPLE);
      count.english = sample.match(ENGLISH)?.length ?? 0;
      count.other = sample.match(OTHER)?.length ?? 0;
    }
    const { sum } = this;
    const before = this.counts.get(key);
    for (const name of ['characters', 'finance', 'english', 'other'] as const) {
      sum[name] += count[name] - (before?.[name] ?? 0);
    }
    this.counts.set(key, count);
  }

  /** Words of the market per thousand words of the page. */
  get finance(): number {
    return Math.round((this.sum.finance * 6000) / Math.max(this.sum.characters, 3000));
  }

  /** The page's language, two letters; "xx" for one that it does not name and that is not English. */
  get language(): string {
    const { english, other } = this.sum;
    return this.lang || (other > 5 && other > 2 * english ? 'xx' : '');
  }
}
