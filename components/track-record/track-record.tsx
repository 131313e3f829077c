import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { parseDay } from '../../lib/market/day';
import { send } from '../../lib/messaging';
import type { TrackRecord } from '../../lib/track-record/schema';
import {
  FINDING_WORDS,
  findingOf,
  inLanguage,
  intervalWords,
  looksOf,
  mainOf,
  yearsOf,
} from '../../lib/track-record/words';
import type { Line } from '../chart-data';
import { DataTable } from '../data-table';
import { showCount, showDay, showNumber, showPercent, showShare, showSigned } from '../format';
import { Phrase } from '../phrase';
import { SourceLink } from '../source-link';
import { ArticleSection } from './article-section';
import { CompanySection } from './company-section';
import { LineFigure } from './line-figure';
import { StudySection } from './study-section';

/** How the score would have done: tables, charts, method and limits. */
export function TrackRecordPanel() {
  const [record, setRecord] = useState<TrackRecord | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    send('track-record', {}).then(
      (answer) => setRecord(inLanguage(answer.record)),
      (reason: Error) => setFailure(reason.message),
    );
  }, []);
  if (failure)
    return (
      <p class="notice" role="alert">
        {failure}
      </p>
    );
  if (!record) return <p class="part mute">{t('record.reading')}</p>;
  return <Record record={record} />;
}

function Record({ record }: { record: TrackRecord }) {
  const { index, long, sinceArticle, companies } = record;
  return (
    <div class="record">
      <section class="part" aria-labelledby="record-title">
        <h2 id="record-title">{t('record.title')}</h2>
        <Answer record={record} />
      </section>
      <section class="part" aria-labelledby="record-index">
        <h2 id="record-index">{t('record.indexTitle', { year: index.from.slice(0, 4) })}</h2>
        <StudySection study={index} gap={t('record.gapIndex')} />
        <ScoreByMonth index={index} />
      </section>
      <section class="part" aria-labelledby="record-ways">
        <h2 id="record-ways">{t('record.waysTitle')}</h2>
        <Ways index={index} />
      </section>
      <section class="part" aria-labelledby="record-article">
        <h2 id="record-article">{t('record.articleTitle')}</h2>
        <ArticleSection since={sinceArticle} />
      </section>
      <section class="part" aria-labelledby="record-companies">
        <h2 id="record-companies">{t('record.companiesTitle', { year: companies.from.slice(0, 4) })}</h2>
        <CompanySection study={companies} />
      </section>
      <section class="part" aria-labelledby="record-long">
        <h2 id="record-long">{t('record.longTitle', { year: long.from.slice(0, 4) })}</h2>
        <p>{t('record.longIntro')}</p>
        <StudySection study={long} gap={t('record.gapLong')} />
      </section>
      <section class="part" aria-labelledby="record-method">
        <h2 id="record-method">{t('record.methodTitle')}</h2>
        <Method record={record} />
      </section>
    </div>
  );
}

/** The answer first, whatever it is. */
function Answer({ record }: { record: TrackRecord }) {
  const { index, long, companies } = record;
  const year = mainOf(index.followed)!;
  const longYear = mainOf(long.followed)!;
  const [month] = companies.followed;
  const found = (finding: ReturnType<typeof findingOf>) => <b>{FINDING_WORDS[finding]}</b>;
  return (
    <>
      <p>
        <b>{t('record.marketScore')}</b>{' '}
        <Phrase
          text={(slots) =>
            t('record.marketAnswer', {
              years: showCount(yearsOf(record)),
              value: showSigned(year.rank.value ?? 0, 2),
              interval: intervalWords(year.rank, 2),
              year: long.from.slice(0, 4),
              longValue: showSigned(longYear.rank.value ?? 0, 2),
              longInterval: intervalWords(longYear.rank, 2),
              ...slots,
            })
          }
          slots={{
            finding: found(findingOf(year.rank, true)),
            longFinding: found(findingOf(longYear.rank, true)),
          }}
        />
      </p>
      <p>
        <b>{t('record.companyFit')}</b>{' '}
        <Phrase
          text={(slots) =>
            t('record.companyAnswer', {
              value: showSigned(month!.spread.value ?? 0),
              interval: intervalWords(month!.spread),
              months: showCount(month!.months),
              ...slots,
            })
          }
          slots={{ finding: found(findingOf(month!.spread, true)) }}
        />
      </p>
      <p class="mute small">{t('record.computed', { day: showDay(parseDay(record.asOf)) })}</p>
    </>
  );
}

function ScoreByMonth({ index: { scores } }: Pick<TrackRecord, 'index'>) {
  const lines = useMemo(
    (): Line[] => [
      {
        label: t('record.score'),
        base: 1,
        points: scores.flatMap(({ day, score }) => (score === null ? [] : [{ x: parseDay(day), y: score }])),
      },
    ],
    [scores],
  );
  const shares = scores.map(({ coverage }) => coverage).sort((a, b) => a - b);
  const percent = (share: number) => showShare(share * 100);
  return (
    <>
      <h3>{t('record.scores')}</h3>
      <LineFigure
        title={t('record.scoresFigure')}
        lines={lines}
        unit={t('record.scoresUnit')}
        format={whole}
      />
      <p class="mute small">
        {t('record.coverageNote', {
          low: percent(shares[0]!),
          high: percent(shares.at(-1)!),
          middle: percent(shares[shares.length >> 1]!),
        })}
      </p>
      <DataTable
        caption={t('record.scoresFigure')}
        heads={[t('record.monthEnd'), t('record.score'), t('record.coverage')]}
        rows={scores
          .toReversed()
          .map(({ day, score, coverage }) => [
            showDay(parseDay(day)),
            score === null ? '–' : showNumber(score),
            percent(coverage),
          ])}
      />
    </>
  );
}

const whole = (value: number) => showNumber(value, 0);

function Ways({ index: { ways, ahead, scores, dividends } }: Pick<TrackRecord, 'index'>) {
  const lines = useMemo(
    () =>
      ways.map(
        ({ title, curve }): Line => ({
          label: title,
          base: 1,
          points: curve.map((y, i) => ({ x: parseDay(scores[i]!.day), y })),
        }),
      ),
    [ways, scores],
  );
  return (
    <>
      <p>
        {t('record.waysIntro', {
          small: showSigned(ahead.small.value ?? 0),
          smallInterval: intervalWords(ahead.small),
          large: showSigned(ahead.large.value ?? 0),
          largeInterval: intervalWords(ahead.large),
        })}
      </p>
      <LineFigure title={t('record.waysFigure')} lines={lines} unit={t('record.waysUnit')} />
      <DataTable
        caption={t('record.waysFigure')}
        heads={[t('record.held'), t('record.yearly'), t('record.swing'), t('record.fall')]}
        rows={ways.map(({ title, yearly, swing, fall }) => [
          title,
          showPercent(yearly, 1),
          showShare(swing, 1),
          showPercent(fall, 1),
        ])}
      />
      <p class="mute small">
        {t('record.dividends', {
          months: showCount(dividends.horizon),
          with: showSigned(dividends.withDividends, 2),
          without: showSigned(dividends.closes, 2),
        })}
      </p>
    </>
  );
}

function Method({ record }: { record: TrackRecord }) {
  const looks = looksOf(record);
  return (
    <>
      <ul class="points">
        <li>{t('record.methodKnown')}</li>
        <li>{t('record.methodOverlap', { resamples: showCount(record.resamples) })}</li>
        <li>{t('record.methodFew')}</li>
        <li>
          {t('record.methodChance', {
            all: showCount(looks.all),
            missed: showCount(looks.claimed + looks.opposite),
            opposite: showCount(looks.opposite),
          })}
        </li>
        <li>{t('record.methodRevised')}</li>
        <li>{t('record.methodUntested')}</li>
        <li>{t('record.methodNames')}</li>
      </ul>
      <p class="mute small">{t('record.story')}</p>
      <h3>{t('record.sources')}</h3>
      <ul class="points small">
        {record.sources.map(({ what, source, url, asOf }) => (
          <li key={`${what} ${asOf}`}>
            <Phrase
              text={(slots) => t('card.sourceLine', { what, day: showDay(parseDay(asOf)), ...slots })}
              slots={{ source: <SourceLink source={source} url={url} /> }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
