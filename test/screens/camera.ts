import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ThemeChoice } from '@switchboard/contract/preferences/look';
import type { CDPSession, Page } from 'playwright-core';
import { type Look, looks, type Size, sizes, zoomed } from './looks.ts';

/** One scene in one look and size; `file` is its name in the folder. */
export interface Shot {
  readonly scene: string;
  readonly title: string;
  readonly look: string;
  readonly size: string;
  readonly file: string;
}

export interface CameraOptions {
  readonly folder: string;
  /** Makes the operator choose a theme. */
  readonly choose: (theme: ThemeChoice) => Promise<void>;
  /** Says to a waiting person what goes on. */
  readonly say: (text: string) => void;
}

const nothing = (): Promise<void> => Promise.resolve();

/** Takes pictures of what stands on a page, in every look and size. */
export class Camera {
  readonly shots: Shot[] = [];
  readonly #options: CameraOptions;
  readonly #sessions = new WeakMap<Page, CDPSession>();

  constructor(options: CameraOptions) {
    this.#options = options;
  }

  /** Takes away what an earlier run left. */
  async prepare(): Promise<void> {
    await rm(this.#options.folder, { recursive: true, force: true });
    await mkdir(this.#options.folder, { recursive: true });
  }

  /**
   * @param scene names the files
   * @param title is for people
   * @param again makes it so again where it may have passed: a telephone does not ring for ever
   */
  async take(page: Page, scene: string, title: string, again = nothing): Promise<void> {
    this.#options.say(title);
    // Nothing is under the pointer.
    await page.mouse.move(1, 1);
    for (const look of looks) {
      await this.#put(page, look);
      await again();
      for (const size of look.name === 'light' ? [...sizes, zoomed] : sizes)
        await this.#shoot(page, { scene, title, look: look.name, size: size.name }, size);
    }
    const [first] = looks;
    const [usual] = sizes;
    if (first !== undefined) await this.#put(page, first);
    if (usual !== undefined) await this.#resize(page, usual);
  }

  async #put(page: Page, look: Look): Promise<void> {
    await page.emulateMedia({ colorScheme: look.colorScheme, forcedColors: look.forcedColors });
    await this.#options.choose(look.choice);
  }

  async #shoot(page: Page, shot: Omit<Shot, 'file'>, size: Size): Promise<void> {
    await this.#resize(page, size);
    await page.evaluate(afterMotion);
    const file = `${shot.scene}-${shot.look}-${shot.size}.png`;
    await page.screenshot({
      path: path.join(this.#options.folder, file),
      animations: 'disabled',
      caret: 'initial',
    });
    this.shots.push({ ...shot, file });
  }

  /** By the browser's own means: Playwright gives a page one scale for all its life. */
  async #resize(page: Page, { width, height, scale }: Size): Promise<void> {
    const session = this.#sessions.get(page) ?? (await page.context().newCDPSession(page));
    this.#sessions.set(page, session);
    await page.setViewportSize({ width, height });
    const metrics = { width, height, deviceScaleFactor: scale, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', metrics);
  }
}

/** Runs in the page: until it is drawn, and what moves has come to rest. */
async function afterMotion(): Promise<void> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
