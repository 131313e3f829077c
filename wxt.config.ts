import './scripts/lib/english';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { SCORES_FILE, writeScores } from './lib/background/known-scores';
import { openDataset } from './lib/market/dataset';
import { hostPatterns } from './lib/sites';
import { DEFAULT_OPTIONS } from './lib/thesis/options';
import { licenseTexts } from './scripts/lib/production-tree';
import { ignoredGlobs } from './scripts/lib/repository-files';

/** Nothing in the extension turns text into markup: Preact's own way to do so is taken out of the build. */
const textOnly = {
  name: 'text-only',
  transform: (code: string, id: string) =>
    /\/preact\/dist\/preact\.mjs$/.test(id)
      ? code.replaceAll('dangerouslySetInnerHTML', 'textOnly').replaceAll('.innerHTML', '.textContent')
      : undefined,
};

/** The extension's pages speak with its background alone: what may connect elsewhere is none of theirs. */
const connectsNowhere = {
  name: 'connects-nowhere',
  apply: 'build' as const,
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: "connect-src 'none'" },
      injectTo: 'head-prepend' as const,
    },
  ],
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: join(import.meta.dirname, 'lib', 'i18n') },
  // Firefox's reviewers build from every file of the repository, tests and dotfiles included.
  zip: { dotSources: true },
  hooks: {
    'config:resolved': ({ config }) => {
      config.zip.excludeSources = ['.git', '.git/**', ...ignoredGlobs()];
    },
    // Scores at the default options, by the engine and the data of this very build: the first answer is quick.
    'build:publicAssets': async ({ config }, files) => {
      if (config.command !== 'build') return;
      const dataset = await openDataset((file) => readFile(join(config.publicDir, 'data', file)));
      files.push({ relativeDest: SCORES_FILE, contents: await writeScores(dataset, DEFAULT_OPTIONS) });
      files.push({ relativeDest: 'licenses.txt', contents: licenseTexts(config.root) });
    },
  },
  vite: () => ({
    plugins: [preact(), textOnly, connectsNowhere],
    build: { sourcemap: false },
  }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'scripting',
      'activeTab',
      'alarms',
      'contextMenus',
      // Firefox would tell sources an address by which this installation could be known again; see lib/background/unnamed.ts.
      ...(browser === 'firefox' ? ['declarativeNetRequestWithHostAccess'] : []),
    ],
    host_permissions: hostPatterns,
    optional_host_permissions: ['*://*/*'],
    // For alerts, once the user wants some.
    optional_permissions: ['notifications'],
    omnibox: { keyword: 'mn' },
    // Chrome takes four suggested keys at most; the panel opens from the popup as well.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+M', mac: 'MacCtrl+Shift+M' } },
      'toggle-site': {
        suggested_key: { default: 'Alt+Shift+O', mac: 'MacCtrl+Shift+O' },
        description: '__MSG_command_toggle__',
      },
      'next-badge': {
        suggested_key: { default: 'Alt+Shift+J', mac: 'MacCtrl+Shift+J' },
        description: '__MSG_command_next__',
      },
      'previous-badge': {
        suggested_key: { default: 'Alt+Shift+K', mac: 'MacCtrl+Shift+K' },
        description: '__MSG_command_previous__',
      },
      'open-panel': { description: '__MSG_command_panel__' },
    },
    // A page that begins to leave and stays (an answer without content) would not get a later script; ours waits by itself.
    content_scripts: [
      {
        matches: hostPatterns,
        js: ['overlay.js'],
        run_at: 'document_start',
        all_frames: true,
        match_about_blank: true,
      },
    ],
    action: { default_title: '__MSG_toolbar_name__' },
    // The pages of the extension take everything from the package itself; a development server needs more. Only the
    // background connects elsewhere, to sources of data that the user turned on: encrypted, or on this machine.
    ...(command === 'build' && {
      content_security_policy: {
        extension_pages:
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      },
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'minnow@minnow.invalid',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        // The first that knows what is said above about data.
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
});
