import { describe, expect, it } from 'vitest';
import { AskFailed, request } from '../../lib/cache/http';
import type { Keyed } from '../../lib/cache/keys';
import { onePriceHistory } from '../../lib/cache/prices';
import { parseDay } from '../../lib/market/day';
import { inNewYork } from '../../lib/market/new-york';

const LIMITS = { maxBytes: 1000, timeoutMs: 1000 };
const KEY = 'tk-5f0c2d9a77b1';

/** An answer that came from some address. */
function answerFrom(url: string, body = 'data'): Response {
  const response = new Response(body);
  Object.defineProperty(response, 'url', { value: url });
  return response;
}

describe('an answer', () => {
  it('that a redirection brought from another host is not taken', async () => {
    const asking = request({ url: 'https://api.example.com/a' }, LIMITS, async () =>
      answerFrom('https://elsewhere.example.com/a'),
    );
    await expect(asking).rejects.toThrow('another host');
    await expect(asking).rejects.toThrow(AskFailed);
  });

  it('from another path of the same host is taken', async () => {
    const { body } = await request({ url: 'https://api.example.com/a' }, LIMITS, async () =>
      answerFrom('https://api.example.com/b'),
    );
    expect(new TextDecoder().decode(body!)).toBe('data');
  });
});

describe('words of a source that repeat the key they were asked with', () => {
  it.each([
    ['tiingo', JSON.stringify({ detail: `Invalid token ${KEY}.` })],
    ['tiingo', `Too many requests for ${KEY}`],
    ['twelve-data', JSON.stringify({ status: 'error', code: 401, message: `${KEY} is unknown` })],
    ['twelve-data', `Key ${KEY} is not known`],
    ['alpha-vantage', JSON.stringify({ Information: `We have detected your API key as ${KEY}` })],
    ['alpha-vantage', `Key ${KEY}`],
  ] as [Exclude<Keyed, 'fred-api'>, string][])('are told without it: %s, %s', async (name, body) => {
    const failing = onePriceHistory(
      {
        get: async () => body,
        base: () => 'https://api.example.com',
        keys: { [name]: KEY },
        now: () => inNewYork(parseDay('2026-11-23'), 18 * 60),
      },
      name,
      'IWM',
      parseDay('2026-11-01'),
    ).catch((error: Error) => error);
    const { message, stack } = (await failing) as Error;
    expect(message.length).toBeGreaterThan(5);
    expect(`${message} ${stack}`).not.toContain(KEY);
  });
});
