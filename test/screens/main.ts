import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openBrowser } from '../journeys/support/browser.ts';
import { Camera } from './camera.ts';
import { gallery } from './gallery.ts';
import { startProduct } from './product.ts';
import { elsewhere, otherPages, panels, settings } from './scenes/around.ts';
import { calls, moreCalls } from './scenes/calls.ts';
import { firstDay } from './scenes/first-day.ts';
import { history } from './scenes/history.ts';
import { messages } from './scenes/messages.ts';
import { people } from './scenes/people.ts';
import { cuttable, type Stand, themeChooser } from './set.ts';

const folder = path.resolve(import.meta.dirname, '../../artifacts/screens');
const images = path.resolve(import.meta.dirname, '../../docs/images');
/** The pictures of the README and the manual, which `--images` takes anew. */
const chosen: Readonly<Record<string, string>> = {
  'console.png': 'people-found-light-1366x768.png',
  'dark.png': 'details-dark-1366x768.png',
  'recall.png': 'recall-light-1366x768.png',
  'connection-lost.png': 'connection-lost-light-1366x768.png',
};
const startedAt = Date.now();
const say = (text: string): void => {
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  process.stderr.write(`${String(seconds).padStart(4)} s  ${text}\n`);
};
const ends: (() => unknown)[] = [];

async function stopAll(): Promise<void> {
  for (const stop of ends.splice(0).reverse()) await stop();
}

/** Plays everything that a screen can show, one scene after the other, and takes its pictures. */
async function play(): Promise<Camera> {
  say('starting Switchboard with Contoso');
  const product = await startProduct();
  ends.push(() => product.stop());
  const browser = await openBrowser();
  ends.push(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const themes = themeChooser(product.url, context);
  ends.push(() => themes.close());
  const camera = new Camera({ folder, choose: (theme) => themes.choose(theme), say });
  await camera.prepare();
  const line = await cuttable(context);
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const stand: Stand = { product, page, camera };
  try {
    await firstDay(stand);
    await calls(stand);
    await moreCalls(stand);
    await people(stand);
    await messages(stand);
    await history(stand);
    await panels(stand);
    await settings(stand);
    await elsewhere(stand, line);
    await otherPages({ ...stand, page: await context.newPage() });
  } catch (error) {
    await page.screenshot({ path: path.join(folder, 'failed.png') });
    throw error;
  }
  return camera;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stopAll().finally(() => process.exit(130)));
try {
  const { shots } = await play();
  await writeFile(path.join(folder, 'index.html'), gallery(shots));
  if (process.argv.includes('--images'))
    for (const [name, shot] of Object.entries(chosen))
      await copyFile(path.join(folder, shot), path.join(images, name));
  process.stdout.write(`${shots.length} pictures, to be looked at in artifacts/screens/index.html\n`);
} catch (error) {
  process.stderr.write(`No pictures: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
}
await stopAll();
