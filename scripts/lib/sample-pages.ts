import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join('tests', 'pages');
const SOURCES = join(FOLDER, 'react');
const PAGE = join(FOLDER, 'react.html');

/** Builds the React sample page, a server-rendered page that hydrates, when its sources have changed. */
export async function ensureSamplePages(): Promise<void> {
  const written = (file: string) => statSync(file).mtimeMs;
  const newest = Math.max(...readdirSync(SOURCES).map((file) => written(join(SOURCES, file))));
  if (existsSync(PAGE) && written(PAGE) > newest) return;
  const [body, script] = await Promise.all([render(), bundle()]);
  writeFileSync(
    PAGE,
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The sample desk, live</title>
<link rel="stylesheet" href="sample.css">
</head>
<body>
<div id="root">${body}</div>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`,
  );
}

async function render(): Promise<string> {
  const [{ createElement }, { renderToString }, { App }] = await Promise.all([
    import('react'),
    import('react-dom/server'),
    import('../../tests/pages/react/app'),
  ]);
  return renderToString(createElement(App));
}

async function bundle(): Promise<string> {
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: { write: false, modulePreload: false, rollupOptions: { input: join(SOURCES, 'client.tsx') } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('The React sample page could not be built.');
  return chunk.code;
}
