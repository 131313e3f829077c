import { createElement, useState } from 'react';
import { createSSRApp, ref } from 'vue';

/** What each framework shows in its island, in two pieces, alike for the server and the page. */
export const TEXTS = {
  react: ['Enerpac Tool Group (NYSE: EPAC) stands in an island of ', 'React'],
  preact: ['Upwork (NASDAQ: UPWK) stands in an island of ', 'Preact'],
  vue: ['Progress Software (NASDAQ: PRGS) stands in an island of ', 'Vue'],
} as const;

export function ReactIsland({ text: [before, name] }: { text: readonly [string, string] }) {
  const [presses, setPresses] = useState(0);
  return createElement(
    'section',
    null,
    createElement('p', null, before, createElement('b', null, name)),
    createElement('button', { type: 'button', onClick: () => setPresses(presses + 1) }, presses),
  );
}

export const createVueIsland = () =>
  createSSRApp({
    setup: () => ({ presses: ref(0), text: TEXTS.vue }),
    template:
      '<section><p>{{ text[0] }}<b>{{ text[1] }}</b></p><button type="button" @click="presses++">{{ presses }}</button></section>',
  });
