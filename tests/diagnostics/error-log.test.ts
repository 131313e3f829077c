import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymous, ErrorLog } from '../../lib/diagnostics/error-log';
import { memoryArea } from '../settings/area';

const SECRETS = ['EPAC', 'tk-5f0c2d9a77', 'https://www.example.com/story?id=7', 'Enerpac Tool Group'];

/** An error as the browsers make them, with the secret wherever an error can hold one. */
function planted(secret: string, frame: string): Error {
  const error = new TypeError(`Unexpected token in "${secret}"`, { cause: secret });
  error.stack = `TypeError: ${error.message}\n    at ${secret} (${frame})\n${secret}@${frame}`;
  return Object.assign(error, { secret });
}

describe('what is told of an error', () => {
  it('is its kind and its place in the background, in both browsers’ words', () => {
    const chrome = planted('x', 'chrome-extension://abcdef/background.js:1:2345');
    const firefox = planted('x', 'moz-extension://5a1f6f0e/background.js:12:7');
    expect(anonymous(chrome)).toEqual({ kind: 'TypeError', place: '1:2345' });
    expect(anonymous(firefox)).toEqual({ kind: 'TypeError', place: '12:7' });
  });

  it.each(SECRETS)('holds nothing of its message, name or cause: %s', async (secret) => {
    const area = memoryArea();
    const log = new ErrorLog(area, () => 1000);
    await log.add('card', planted(secret, `https://www.example.com/${secret}.js:1:2`));
    await log.add('card', Object.assign(new Error(secret), { name: secret }));
    await log.add('other', secret);
    await log.add('other', { name: secret, message: { toString: () => secret } });
    expect(await log.read()).toHaveLength(3);
    expect(JSON.stringify(area.kept)).not.toContain(secret);
  });

  it('is made of words of a closed list, whatever the error is', () => {
    fc.assert(
      fc.property(fc.anything(), (error) => {
        const { kind, place } = anonymous(error);
        expect(kind).toMatch(/^[A-Z][A-Za-z]+$/);
        expect(place).toMatch(/^(?:\d+:\d+)?$/);
      }),
    );
  });
});

describe('the log of errors', () => {
  it('keeps the last twenty, newest first, and counts the same again', async () => {
    let now = 0;
    const log = new ErrorLog(memoryArea(), () => ++now);
    const at = (line: number) => planted('x', `chrome-extension://a/background.js:${line}:1`);
    for (let line = 1; line <= 30; line++) await log.add('card', at(line));
    await log.add('card', at(25));
    const errors = await log.read();
    expect(errors).toHaveLength(20);
    expect(errors[0]).toEqual({ at: 31, work: 'card', kind: 'TypeError', place: '25:1', times: 2 });
  });

  it('loses none of two that come at once, and is stopped by no storage', async () => {
    const log = new ErrorLog(memoryArea(), () => 1);
    await Promise.all([log.add('card', new Error()), log.add('board', new Error())]);
    expect(await log.read()).toHaveLength(2);
    const broken = new ErrorLog(
      { get: () => Promise.reject(new Error('I/O')), set: () => Promise.reject(new Error('I/O')) },
      () => 1,
    );
    await broken.add('card', new Error());
    expect(await broken.read()).toEqual([]);
  });
});
