import { h, hydrate as hydratePreact } from 'preact';
import { useState } from 'preact/hooks';
import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { hydrate as hydrateSvelte } from 'svelte';
import SvelteIsland from './island.svelte';
import { createVueIsland, ReactIsland, TEXTS } from './islands';

function PreactIsland() {
  const [presses, setPresses] = useState(0);
  return h('section', null, [
    h('p', null, [TEXTS.preact[0], h('b', null, TEXTS.preact[1])]),
    h('button', { type: 'button', onClick: () => setPresses(presses + 1) }, presses),
  ]);
}

const island = (id: string) => document.getElementById(id)!;

/** Has every framework take over its island, and takes the islands' marks off as each framework's own loader does. */
function awaken(): void {
  hydrateRoot(island('react'), createElement(ReactIsland, { text: TEXTS.react }), {
    onRecoverableError: (error) => console.error('recovered', String(error)),
  });
  hydratePreact(h(PreactIsland, null), island('preact'));
  createVueIsland().mount('#vue');
  hydrateSvelte(SvelteIsland, { target: island('svelte') });
  for (const id of ['react', 'svelte']) island(id).removeAttribute('ssr');
  island('preact').setAttribute('ready', '');
  island('vue').removeAttribute('data-server-rendered');
}

Object.assign(window, { awaken });
