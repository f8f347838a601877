import type { Clock } from '@switchboard/kit/clock';
import type { Logger } from '@switchboard/kit/logger';
import { type AppBadge, browserBadge } from './app-badge.ts';
import { type AppInstall, browserInstall } from './app-install.ts';
import { browserWindows, type ConsoleWindows } from './console-windows.ts';
import { browserNotices, type DesktopNotices } from './desktop-notices.ts';
import { browserHid, type Hid } from './hid.ts';
import type { SoundOutput } from './sound-output.ts';
import { browserWake, type ScreenWake } from './wake-lock.ts';
import { WebSoundOutput } from './web-sound-output.ts';

/** What the browser and the desk's machine offer besides a page. */
export interface Machine {
  readonly sound: SoundOutput;
  readonly notices: DesktopNotices;
  readonly windows: ConsoleWindows;
  readonly badge: AppBadge;
  readonly wake: ScreenWake;
  readonly hid: Hid | undefined;
  readonly app: AppInstall;
}

export const browserMachine = (clock: Clock, log: Logger): Machine => ({
  sound: new WebSoundOutput(clock, log),
  notices: browserNotices(log),
  windows: browserWindows(),
  badge: browserBadge(document.querySelector<HTMLLinkElement>('link[rel="icon"]')),
  wake: browserWake(log),
  hid: browserHid(),
  app: browserInstall(),
});
