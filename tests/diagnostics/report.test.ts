import { describe, expect, it } from 'vitest';
import { type Facts, reportText } from '../../lib/diagnostics/report';
import type { TabMention } from '../../lib/messages';

const SECRETS = ['EPAC', 'Enerpac', 'tk-5f0c2d9a77', 'example.com', 'a note'];

const FACTS: Facts = {
  version: '1.2.3',
  userAgent:
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  system: 'linux',
  language: 'en-US',
  data: { state: 'ready', pricesAsOf: '2026-11-23' },
  live: {
    on: true,
    status: {
      on: true,
      running: false,
      bytes: 2_200_000,
      problem: 'Words about EPAC from example.com: tk-5f0c2d9a77',
      sources: [
        {
          id: 'closes',
          title: 'Prices',
          source: 'example.com',
          url: 'https://example.com/?apikey=tk-5f0c2d9a77',
          state: 'failed',
          problem: 'example.com answered: tk-5f0c2d9a77',
          note: 'a note',
          nextAt: 0,
          overdueDays: 0,
        },
      ],
    },
  },
  tab: {
    kind: 'read',
    host: 'www.example.com',
    report: {
      url: 'https://www.example.com/EPAC',
      mentions: [{ ticker: 'EPAC', name: 'Enerpac', badge: true } as TabMention],
      timings: { settled: 900, read: 12.34, resolve: 30, paint: 4, 'https://example.com': 7 },
      errors: ['Something about EPAC on example.com'],
    },
  },
  errors: [{ at: Date.UTC(2026, 10, 24, 9, 30), work: 'card', kind: 'TypeError', place: '1:2345', times: 2 }],
};

describe('the text for a report of an error', () => {
  it('tells version, browser, data, live data, the tab’s cost and the last errors', () => {
    expect(reportText(FACTS).split('\n')).toEqual([
      'Minnow: 1.2.3',
      'Browser: Chrome 156.0.0.0 on linux, language en-US',
      'Data: prices as of 2026-11-23',
      'Live data: closes failed; 2.2 MB kept',
      'The tab before this one: mentions 1, badges 1, errors 1',
      'Cost there: read 12.3 ms, resolve 30.0 ms, paint 4.0 ms',
      'Errors in this session:',
      '- 2026-11-24T09:30 card: TypeError at background.js:1:2345, 2 times',
    ]);
  });

  it.each(SECRETS)('holds nothing private that the facts know: %s', (secret) => {
    expect(reportText(FACTS)).not.toContain(secret);
  });

  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Browser: Firefox 153.0 on'],
    [
      'Mozilla/5.0 AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.1.2',
      'Browser: Edge 156.0.1.2 on',
    ],
    ['Something else', 'Browser: another one'],
  ])('names the browser of %s', (userAgent, line) => {
    expect(reportText({ ...FACTS, userAgent })).toContain(line);
  });

  it('can be made when nothing answers', () => {
    const text = reportText({ ...FACTS, data: null, live: null, tab: null, errors: [] });
    expect(text).toContain('Data: the background did not answer');
    expect(text).toContain('Errors in this session: none');
  });

  it.each([
    ['off', 'Minnow is off there'],
    ['no-access', 'no access'],
    ['loading', 'not read yet'],
  ] as const)('says of a tab that is %s: %s', (kind, words) => {
    const text = reportText({ ...FACTS, tab: { kind, host: 'www.example.com' } });
    expect(text).toContain(words);
    expect(text).not.toContain('example');
  });
});
