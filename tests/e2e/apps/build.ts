import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) =>
    id.endsWith('.svelte') ? compile(code, { filename: id, dev: true, css: 'injected' }).js : undefined,
};

/** Builds one app in its framework's development mode, which warns of what it finds amiss. Answers the page's path. */
export async function buildApp(name: AppName): Promise<string> {
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
      rollupOptions: { input: join(HERE, APPS[name]) },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`The ${name} app could not be built.`);
  const body = (await SERVED[name]?.()) ?? '';
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
