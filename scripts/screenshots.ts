import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './lib/browsers';
import { ensureBuilt } from './lib/build';
import { copyExtension } from './lib/extension';
import { ensureSamplePages } from './lib/sample-pages';
import { say } from './lib/say';
import { startSession } from './lib/session';
import { drawIcons } from './screenshots/icons';
import { Stage } from './screenshots/stage';
import { readmePicture, STORE_PICTURES } from './screenshots/store';
import { SURFACES } from './screenshots/surfaces';

const HELP = `npm run screenshots                     takes every picture from the built extension
npm run screenshots -- KIND ...         some kinds: surfaces, store, readme, icons
  --only TEXT                           only surfaces and store pictures whose name has this text
  --out DIR                             where the surfaces go (default .cache/screenshots)`;

const KINDS = ['surfaces', 'store', 'readme', 'icons'];
const STORE_FOLDER = join('docs', 'store', 'pictures');
const README_FILE = join('docs', 'screenshots', 'article.png');

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = positionals.find((kind) => !KINDS.includes(kind));
if (values.help || unknown) {
  console.log(unknown ? `There are no pictures "${unknown}".\n${HELP}` : HELP);
  process.exitCode = unknown ? 1 : 0;
} else {
  await takeAll(positionals.length > 0 ? positionals : KINDS);
}

async function takeAll(kinds: string[]): Promise<void> {
  await ensureSamplePages();
  const program = ensureBrowsers(['chromium']).chromium;
  const built = ensureBuilt('chromium');
  const copy = copyExtension(built);
  const start = (colorScheme: 'light' | 'dark') =>
    startSession({ browser: 'chromium', program, extension: copy.folder, headless: true, colorScheme });
  const only = (name: string) => name.includes(values.only ?? '');
  try {
    if (kinds.includes('icons')) await withSession(start('light'), (session) => drawIcons(session));
    if (kinds.includes('surfaces')) {
      const out = resolve(process.env.INIT_CWD ?? '.', values.out ?? join('.cache', 'screenshots'));
      mkdirSync(out, { recursive: true });
      const shown = SURFACES.filter(
        ({ name, needs }) => only(name) && (!needs || existsSync(join(built, needs))),
      );
      for (const scheme of ['light', 'dark'] as const) {
        // A browser for each, so that no page of another picture is the one that popup and panel tell of.
        for (const { name, show, whole } of shown) {
          const file = join(out, `${name}-${scheme}.png`);
          await withSession(start(scheme), async (session) => {
            const page = await show(new Stage(session, scheme === 'dark'));
            await page.screenshot({ path: file as `${string}.png`, fullPage: whole === true });
          });
          console.log(file);
        }
      }
    }
    if (kinds.includes('store')) {
      mkdirSync(STORE_FOLDER, { recursive: true });
      for (const [name, take] of Object.entries(STORE_PICTURES).filter(([name]) => only(name))) {
        const file = join(STORE_FOLDER, name);
        await withSession(start('light'), (session) => take(new Stage(session, false), file));
        console.log(file);
      }
    }
    if (kinds.includes('readme')) {
      await withSession(start('light'), (light) =>
        withSession(start('dark'), (dark) =>
          readmePicture(new Stage(light, false), new Stage(dark, true), README_FILE),
        ),
      );
      console.log(README_FILE);
    }
  } finally {
    copy.remove();
    say('the pictures are taken.');
  }
}

type Started = ReturnType<typeof startSession>;

/** Uses a browser and closes it. */
async function withSession(
  started: Started,
  use: (session: Awaited<Started>) => Promise<void>,
): Promise<void> {
  const session = await started;
  try {
    await use(session);
  } finally {
    await session.close();
  }
}
