import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostPatterns } from '../../lib/sites';
import { BROWSERS } from '../../scripts/lib/browsers';
import { ensureBuilt } from '../../scripts/lib/build';
import { read } from './source';

const SUGGESTED = (key: string) => ({ default: `Alt+Shift+${key}`, mac: `MacCtrl+Shift+${key}` });

/** Everything of a manifest that gives Minnow a right or opens it to others. What is not here is in no manifest. */
const COMMON = {
  manifest_version: 3,
  name: '__MSG_extName__',
  description: '__MSG_extDescription__',
  default_locale: 'en',
  host_permissions: hostPatterns,
  optional_host_permissions: ['*://*/*'],
  optional_permissions: ['notifications'],
  omnibox: { keyword: 'mn' },
  options_ui: { open_in_tab: true, page: 'options.html' },
  commands: {
    _execute_action: { suggested_key: SUGGESTED('M') },
    'toggle-site': { suggested_key: SUGGESTED('O'), description: '__MSG_command_toggle__' },
    'next-badge': { suggested_key: SUGGESTED('J'), description: '__MSG_command_next__' },
    'previous-badge': { suggested_key: SUGGESTED('K'), description: '__MSG_command_previous__' },
    'open-panel': { description: '__MSG_command_panel__' },
  },
  // In the browser's isolated world, which is the default: a page cannot reach it.
  content_scripts: [
    {
      matches: hostPatterns,
      js: ['overlay.js'],
      run_at: 'document_start',
      all_frames: true,
      match_about_blank: true,
    },
  ],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
      "connect-src 'self' https: http://127.0.0.1:* http://localhost:*; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  },
};
const PERMISSIONS = ['storage', 'scripting', 'activeTab', 'alarms', 'contextMenus'];
const OWN = {
  chromium: {
    permissions: [...PERMISSIONS, 'sidePanel'],
    background: { service_worker: 'background.js' },
    side_panel: { default_path: 'sidepanel.html' },
  },
  firefox: {
    permissions: [...PERMISSIONS, 'declarativeNetRequestWithHostAccess'],
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'minnow@minnow.invalid',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
    sidebar_action: { default_panel: 'sidepanel.html', open_at_install: false },
  },
};

/** Ways in which a script could run what did not come in the package, or be run by a page. */
const REMOTE = {
  'a script from elsewhere':
    /\bimport\s*\(\s*["'`]https?:|importScripts\s*\(\s*["'`]https?:|\.src\s*=\s*["'`]https?:[^"'`]*\.m?js/,
  'text as code': /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|set(?:Timeout|Interval)\s*\(\s*["'`]/,
  'text as markup':
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|srcdoc)\b|document\.write/,
  'code that is compiled': /\bWebAssembly\b|new Worker\b|new SharedWorker\b|serviceWorker\.register/,
  'a way in for other extensions or pages':
    /\b(?:onMessageExternal|onConnectExternal|onUserScriptMessage|onUserScriptConnect)\.addListener/,
  'messages that a page can hear': /\.postMessage\s*\(|new BroadcastChannel|new CustomEvent/,
};

describe.each(BROWSERS)('the manifest built for %s', (browser) => {
  let folder: string;
  let manifest: Record<string, unknown>;
  let files: string[];
  beforeAll(() => {
    folder = ensureBuilt(browser);
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(join(folder, file)).isFile(),
    );
  }, 120_000);

  test('asks for these rights and opens these ways in, and no others', () => {
    // What names and pictures it carries gives no right.
    const { version, icons, action, ...rest } = manifest;
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Object.keys(icons as object)).toContain('128');
    expect(Object.keys(action as object).sort()).toEqual(['default_popup', 'default_title']);
    const { default_title: _, ...sidebar } = (rest.sidebar_action ?? {}) as Record<string, unknown>;
    expect({ ...rest, ...(rest.sidebar_action !== undefined && { sidebar_action: sidebar }) }).toEqual({
      ...COMMON,
      ...OWN[browser],
    });
  });

  test('has a reason in docs/security.md for each permission, and none for another', () => {
    const asked = [
      ...(manifest.permissions as string[]),
      ...(manifest.optional_permissions as string[]),
      'host_permissions',
      'optional_host_permissions',
    ];
    const reasons = reasonsInDocs();
    expect(asked.filter((name) => !reasons.has(name))).toEqual([]);
    for (const reason of reasons.values()) expect(reason.length).toBeGreaterThan(20);
    const all = new Set([...asked, ...OWN.chromium.permissions, ...OWN.firefox.permissions]);
    expect([...reasons.keys()].filter((name) => !all.has(name))).toEqual([]);
  });

  test('stands for scripts that come in the package and take nothing from elsewhere', () => {
    const scripts = files.filter((file) => /\.m?js$/.test(file));
    expect(scripts.length).toBeGreaterThan(5);
    const found = scripts.flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return Object.entries(REMOTE).flatMap(([what, pattern]) =>
        pattern.test(text) ? [`${file}: ${what}`] : [],
      );
    });
    expect(found).toEqual([]);
  });

  test('stands for pages that load their own files alone, and connect nowhere', () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) {
      const markup = readFileSync(join(folder, page), 'utf8');
      const loaded = [...markup.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, url]) => url!);
      expect(loaded.filter((url) => !/^\/?[\w./-]+$/.test(url) || url.startsWith('//'))).toEqual([]);
      expect(markup).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=/);
      expect(markup).toMatch(
        /<head>\s*<meta http-equiv="Content-Security-Policy" content="connect-src &#39;none&#39;">/,
      );
    }
  });
});

/** The first table under "What Minnow may do": permission and reason. */
function reasonsInDocs(): Map<string, string> {
  const [, section = ''] = read('docs/security.md').split('## What Minnow may do');
  const rows = section.split('\n## ')[0]!.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm);
  return new Map([...rows].map(([, name, reason]) => [name!, reason!]));
}
