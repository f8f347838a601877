import type { ThemeChoice } from '@switchboard/contract/preferences/look';
import { contractVersion } from '@switchboard/contract/version';
import { contoso } from '@switchboard/simulator/world/contoso';
import type { BrowserContext, Locator, Page, WebSocketRoute } from 'playwright-core';
import { WebSocket } from 'ws';
import { until } from '../journeys/support/until.ts';
import type { Camera } from './camera.ts';
import type { Product } from './product.ts';

/** How long anything may take on a machine that has other work, in milliseconds. */
const patience = 90_000;
/** Until a key is pressed again that had no effect, in milliseconds. */
const pause = 4_000;
const ids = contoso.people;

/** The console on its page, with everything that happens around it. */
export interface Stand {
  readonly product: Product;
  readonly page: Page;
  readonly camera: Camera;
}

/** Presses keys, one after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

export const says = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).first().waitFor({ timeout: patience });

export const option = (page: Page, name: RegExp): Locator => page.getByRole('option', { name });

/** Types, and waits for a row that fits and is the first. */
export async function find(page: Page, text: string, row: RegExp): Promise<void> {
  await press(page, 'Escape', 'Escape');
  await page.keyboard.type(text);
  await option(page, row).first().waitFor({ timeout: patience });
  await until(
    `${text} is found first`,
    async () =>
      row.test(
        (await page.getByRole('option').first().getAttribute('aria-label')) ??
          (await page.getByRole('option').first().innerText()),
      ),
    patience,
  );
}

/** Their Teams rings: they pick up, or they do not. */
export const atTeams = (
  { product }: Stand,
  who: keyof typeof ids,
  what: 'answer' | 'decline' | 'hang-up',
): Promise<void> =>
  until(
    `${who}: ${what}`,
    async () => (await product.control(`/people/${ids[who]}/${what}`)) !== undefined,
    patience,
  );

/** Takes the next call as soon as there is none before it, and talks. */
export async function take(stand: Stand): Promise<void> {
  const { page } = stand;
  const rings = page.getByText('Your Teams rings').first();
  await until(
    'a call is taken',
    async () => {
      await press(page, 'Enter');
      return rings.waitFor({ timeout: pause }).then(
        () => true,
        () => false,
      );
    },
    patience,
  );
  await atTeams(stand, 'eva', 'answer');
  await talks(page);
}

/** Until the operator talks to a caller, which the one line says as long as there is room for it. */
export const talks = (page: Page): Promise<void> => says(page, /^(?:Talking to|With) /);

/** Lets the operator choose a theme in another window of theirs. */
export function themeChooser(url: string, context: BrowserContext) {
  let socket: WebSocket | undefined;
  let chosen: ThemeChoice = 'system';
  const connect = async (): Promise<WebSocket | undefined> => {
    const session = (await context.cookies()).find(({ name }) => name === 'switchboard_session');
    if (session === undefined) return undefined;
    const opened = new WebSocket(`${url.replace(/^http/, 'ws')}/api/socket`, {
      headers: { cookie: `switchboard_session=${session.value}` },
    });
    await new Promise((resolve, reject) => {
      opened.once('open', () => opened.send(JSON.stringify({ type: 'hello', version: contractVersion })));
      opened.once('message', resolve);
      opened.once('error', reject);
    });
    return opened;
  };
  return {
    async choose(theme: ThemeChoice): Promise<void> {
      if (theme === chosen) return;
      socket ??= await connect();
      if (socket === undefined) return;
      const id = crypto.randomUUID();
      const told = new Promise<void>((resolve) => {
        const listen = (data: Buffer): void => {
          if (!String(data).includes(id)) return;
          socket?.off('message', listen);
          resolve();
        };
        socket?.on('message', listen);
      });
      const value = { theme, language: 'system', density: 'comfortable' };
      socket.send(JSON.stringify({ type: 'savePreferences', id, section: 'look', value }));
      await told;
      chosen = theme;
    },
    close: () => socket?.terminate(),
  };
}

/** The line between the console and its server, which can be cut. */
export interface Cut {
  cut(): Promise<void>;
}

/** Lets every connection of these pages through until it is cut; from then on there is no server. */
export async function cuttable(context: BrowserContext): Promise<Cut> {
  let isCut = false;
  const lines = new Set<WebSocketRoute>();
  await context.routeWebSocket(/\/api\/socket/, (line) => {
    if (isCut) return void line.close();
    lines.add(line);
    line.connectToServer();
  });
  return {
    async cut() {
      isCut = true;
      await context.route(/\/api\//, (route) => route.abort());
      for (const line of lines) await line.close();
    },
  };
}
