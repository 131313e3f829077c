import { describe, expect, it } from 'vitest';
import { PageWords } from '../../lib/detect/page-words';

const filler = 'The cat sat on a mat and slept. '.repeat(100);

describe('what a page is about', () => {
  it('is told by how many of its words are words of the market', () => {
    const words = new PageWords<object>('en');
    words.add({}, filler);
    expect(words.finance).toBe(0);
    words.add({}, 'Stocks rose as investors cheered earnings. Analysts raised price targets. '.repeat(20));
    expect(words.finance).toBeGreaterThan(5);
  });

  it('does not count words that cannot be seen', () => {
    const words = new PageWords<object>('en');
    words.add({}, 'Share this. In stock. '.repeat(100), () => false);
    expect(words.finance).toBe(0);
  });

  it('counts a text that is read again once', () => {
    const words = new PageWords<object>('en');
    const key = {};
    for (let i = 0; i < 3; i++) words.add(key, 'Stocks and shares. ');
    const once = new PageWords<object>('en');
    once.add({}, 'Stocks and shares. ');
    expect(words.finance).toBe(once.finance);
  });
});

describe('the language of a page', () => {
  it('is what the page says, or else guessed', () => {
    expect(new PageWords<object>('fr').language).toBe('fr');
    const german = new PageWords<object>('');
    for (let i = 0; i < 5; i++) german.add({}, 'Der Hund und die Katze sind nicht das, was sie sein wollen.');
    expect(german.language).toBe('xx');
    const english = new PageWords<object>('');
    english.add({}, filler);
    expect(english.language).toBe('');
  });
});
