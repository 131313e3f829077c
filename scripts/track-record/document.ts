import { plain, signed } from '../../lib/thesis/words';
import type { Estimate, Fifths, Followed, Study, TrackRecord } from '../../lib/track-record/schema';
import {
  BAND_SCORES,
  BANDS,
  FINDING_WORDS,
  findingOf,
  intervalWords,
  isEnough,
  looksOf,
  mainOf,
  monthsWords,
  shareWords,
} from '../../lib/track-record/words';

/** Where the record is told in full; the script writes its tables. */
export const DOCUMENT = 'docs/track-record.md';

const figure = (one: Estimate, digits = 1) =>
  one.value === null
    ? '–'
    : one.low === null
      ? signed(one.value, digits)
      : `${signed(one.value, digits)} (${intervalWords(one, digits)})`;
function markdown(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function bands(followed: readonly Followed[]): string {
  return markdown(
    ['Window', 'Score', 'Months (stretches)', 'Mean gap, points', 'Small caps ahead', 'Reading'],
    followed.flatMap((one) =>
      [...BANDS, 'all' as const].map((band) => {
        const group = one[band];
        return [
          monthsWords(one.horizon),
          band === 'all' ? 'any' : BAND_SCORES[band],
          `${group.months} (${group.stretches})`,
          figure(group.mean),
          shareWords(group.hit),
          FINDING_WORDS[
            findingOf(group.mean, isEnough(band === 'all' ? { months: group.months } : group, one.horizon))
          ],
        ];
      }),
    ),
  );
}

function ranks(followed: readonly Followed[]): string {
  return markdown(
    ['Window', 'Rank correlation of score and gap', '60 and up less below 40, points'],
    followed.map(({ horizon, rank, difference }) => [
      monthsWords(horizon),
      figure(rank, 2),
      figure(difference),
    ]),
  );
}

function signals({ signals: all }: Study): string {
  return markdown(
    [
      'Signal',
      'Since',
      'Months',
      'Rank correlation, 1 month',
      '12 months',
      'Supports less against, 12 months',
      'Reading of the 12 months',
    ],
    all.map(({ title, from, followed }) => {
      const month = followed.find(({ horizon }) => horizon === 1);
      const year = mainOf(followed);
      if (!month || !year || from === null)
        return [title, 'no history', '0', '–', '–', '–', FINDING_WORDS.few];
      return [
        title,
        from.slice(0, 7),
        String(month.all.months),
        figure(month.rank, 2),
        figure(year.rank, 2),
        figure(year.difference),
        FINDING_WORDS[findingOf(year.rank, isEnough({ months: year.all.months }, year.horizon))],
      ];
    }),
  );
}

function ways({ index: { ways: all, ahead } }: TrackRecord): string {
  const table = markdown(
    ['Held', 'A year', 'Swing a year', 'Deepest fall'],
    all.map(({ title, yearly, swing, fall }) => [
      title,
      `${signed(yearly)}%`,
      `${plain(swing)}%`,
      `${signed(fall)}%`,
    ]),
  );
  return `${table}\n\nFollowing the score less always small caps: ${figure(ahead.small)} points a year; less always large caps: ${figure(ahead.large)}.`;
}

const OUTCOMES = { holds: 'holds', wavers: 'wavers', broke: 'broke', unknown: 'cannot be told' } as const;

function legs({ sinceArticle }: TrackRecord): string {
  return markdown(
    ['Leg', 'On the article’s day', `On ${sinceArticle.to}`, 'First against', 'Changes', 'Reading'],
    sinceArticle.legs.map(({ title, outcome, turns, now }) => [
      title,
      `${turns[0]!.verdict}, ${turns[0]!.short}`,
      `${OUTCOMES[outcome]} since ${turns.at(-1)!.day}`,
      turns.find(({ verdict }) => verdict === 'against')?.day ?? '–',
      String(turns.length - 1),
      now,
    ]),
  );
}

const FIFTHS = ['Lowest', 'Second', 'Third', 'Fourth', 'Highest'];

function fifths(followed: readonly Fifths[]): string {
  return markdown(
    [
      'Window',
      'Months',
      ...FIFTHS,
      'Highest less lowest',
      'Months in which it was ahead',
      'Rank correlation',
    ],
    followed.map(({ horizon, months, fifths: parts, spread, consistency, rank }) => [
      monthsWords(horizon),
      String(months),
      ...parts.map((part) => figure(part)),
      figure(spread),
      shareWords(consistency),
      figure(rank, 3),
    ]),
  );
}

const BLOCKS: Record<string, (record: TrackRecord) => string> = {
  'index bands': ({ index }) => bands(index.followed),
  'index ranks': ({ index }) => ranks(index.followed),
  'index signals': ({ index }) => signals(index),
  ways,
  'long bands': ({ long }) => bands(long.followed),
  'long ranks': ({ long }) => ranks(long.followed),
  'long signals': ({ long }) => signals(long),
  'since the article': (record) => {
    const { from, to, small, large, score, events } = record.sinceArticle;
    const list = events.map(({ day, words }) => `- ${day}: ${words}`).join('\n');
    return `From the close of ${from} to that of ${to}: IWM ${signed(small)}%, SPY ${signed(large)}%, without dividends. The score went from ${score.before} to ${score.now}.\n\n${list}\n\n${legs(record)}`;
  },
  looks: (record) => {
    const { all, claimed, opposite } = looksOf(record);
    return `Of ${all} rank correlations of single signals with enough windows, ${claimed + opposite} have an interval that misses zero, ${opposite} of them against the claim; by chance alone it would be about ${Math.round(all / 20)}. Windows of several lengths and both studies share much of their data, so these are fewer separate findings than they look.`;
  },
  dividends: ({ index: { dividends } }) =>
    `Over all ${dividends.horizon}-month windows that end by ${dividends.to}, the mean gap is ${signed(dividends.closes, 2)} points by closes and ${signed(dividends.withDividends, 2)} with dividends.`,
  'company facts': ({ companies }) =>
    `Month's ends ${companies.from} to ${companies.to}; ${companies.stocks} scored stocks at a month's end on average, ${companies.companies} different ones. ${companies.left} left the exchange within a month after one, ${companies.failed} of them as failures; ${companies.missedSplits} windows were left out as splits that the table missed. ${plain(companies.turnover, 0)}% of the highest fifth is no longer in it a month later.`,
  'company fifths': ({ companies }) => fifths(companies.followed),
  'company factors': ({ companies }) =>
    markdown(
      ['Factor', 'Months', 'Highest less lowest fifth, 1 month', '3 months', 'Rank correlation, 1 month'],
      companies.factors.map(({ title, followed: [month, quarter] }) => [
        title,
        String(month!.months),
        figure(month!.spread),
        figure(quarter!.spread),
        figure(month!.rank, 3),
      ]),
    ),
  treatments: ({ companies }) =>
    markdown(
      ['Treatment', 'Highest less lowest fifth, 1 month'],
      companies.treatments.map(({ title, spread }) => [title, figure(spread)]),
    ),
  sources: ({ sources }) =>
    sources
      .map(({ what, source, url, asOf }) => `- ${what}: ${url ? `[${source}](${url})` : source}, ${asOf}`)
      .join('\n'),
};

/** The document with its tables from a record: each stands between `<!-- NAME -->` and `<!-- / -->`. */
export function fillDocument(text: string, record: TrackRecord): string {
  return text.replace(/<!-- ([a-z][a-z ]*) -->\n[\s\S]*?<!-- \/ -->/g, (whole, name: string) => {
    const block = BLOCKS[name];
    return block ? `<!-- ${name} -->\n${block(record)}\n<!-- / -->` : whole;
  });
}

/** Names of the tables, for whoever checks that none is missing. */
export const BLOCK_NAMES = Object.keys(BLOCKS);
