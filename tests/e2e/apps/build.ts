import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';

const HERE = join('tests', 'e2e', 'apps');
const OUT = join('.cache', 'apps');

/** Every app under test, by the kind of page it stands for. */
export const APPS = {
  react: 'react-client.tsx',
  vue: 'vue-client.ts',
  svelte: 'svelte-client.ts',
  preact: 'preact-client.tsx',
  lit: 'lit-client.ts',
  plain: 'plain-client.ts',
  virtual: 'virtual-client.ts',
  ticking: 'ticking-client.ts',
  editors: 'editors-client.ts',
};
export type AppName = keyof typeof APPS;

/** Served by the frameworks' own servers and taken over late, part by part. */
const ISLANDS = 'islands-client.ts';

/** What the server sends for the apps that hydrate it. */
const SERVED: Partial<Record<AppName, () => Promise<string>>> = {
  async react() {
    const [{ createElement }, { renderToString }, { App }] = await Promise.all([
      import('react'),
      import('react-dom/server'),
      import('./react'),
    ]);
    return renderToString(createElement(App));
  },
  async vue() {
    const [{ renderToString }, { createVue }] = await Promise.all([
      import('vue/server-renderer'),
      import('./vue'),
    ]);
    return renderToString(createVue().app);
  },
};

/** Markup of the islands, marked as each framework's own loader marks them until it has taken them over. */
async function islands(): Promise<string> {
  const [{ createElement }, { renderToString }, vue, { createVueIsland, ReactIsland, TEXTS }] =
    await Promise.all([
      import('react'),
      import('react-dom/server'),
      import('vue/server-renderer'),
      import('./islands'),
    ]);
  const react = (text: readonly [string, string]) => renderToString(createElement(ReactIsland, { text }));
  return `
<style>astro-island, is-land { display: contents }</style>
<astro-island id="react" ssr>${react(TEXTS.react)}</astro-island>
<is-land id="preact">${react(TEXTS.preact)}</is-land>
<div id="vue" data-server-rendered="true">${await vue.renderToString(createVueIsland())}</div>
<astro-island id="svelte" ssr>${await svelteIsland()}</astro-island>`;
}

/** What Svelte's server makes of its island. */
async function svelteIsland(): Promise<string> {
  const { js } = compile(readFileSync(join(HERE, 'island.svelte'), 'utf8'), { generate: 'server' });
  const file = resolve(OUT, 'island.server.mjs');
  mkdirSync(OUT, { recursive: true });
  writeFileSync(file, js.code);
  const [{ render }, { default: Island }] = await Promise.all([
    import('svelte/server'),
    import(/* @vite-ignore */ pathToFileURL(file).href),
  ]);
  return render(Island).body;
}

const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) =>
    id.endsWith('.svelte') ? compile(code, { filename: id, dev: true, css: 'injected' }).js : undefined,
};

/** Builds one app. Answers the page's path. */
export async function buildApp(name: AppName): Promise<string> {
  return buildPage(name, APPS[name], (await SERVED[name]?.()) ?? '');
}

/** Builds the page of islands. Answers its path. */
export async function buildIslands(): Promise<string> {
  return buildPage('islands', ISLANDS, await islands());
}

/** Builds in the frameworks' development mode, which warns of what it finds amiss. */
async function buildPage(name: string, client: string, body: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    plugins: [svelte],
    resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' } },
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rollupOptions: { input: join(HERE, client) },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`The ${name} app could not be built.`);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, `${name}.js`), chunk.code);
  const file = join(OUT, `${name}.html`);
  writeFileSync(
    file,
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sample desk</title>
<p>Before the app: Grocery Outlet (NASDAQ: GO) stays as it is, and stays selected.</p>
<textarea>Written by a person</textarea>
<div id="root">${body}</div>
<script type="module" src="${name}.js"></script>
`,
  );
  return file;
}
