// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { Phrase } from '../../components/phrase';

it('sets elements into a sentence, in the order of its language', () => {
  const place = document.createElement('p');
  const slots = { one: <b>first</b>, two: <i>second</i> };
  render(<Phrase text={({ one, two }) => `Say ${two} before ${one}, {one}.`} slots={slots} />, place);
  expect(place.textContent).toBe('Say second before first, {one}.');
  expect([...place.children].map(({ tagName }) => tagName)).toEqual(['I', 'B']);
});
