import { Cell, type Readable } from '../connection/cell.ts';

/** `offered`: the browser asks when it is told to. `byMenu`: if at all, the browser's own menu installs it. */
export type InstallState = 'installed' | 'offered' | 'byMenu';

/** The console as an app of this machine. */
export interface AppInstall {
  readonly state: Readable<InstallState>;
  /** Within a click. */
  install(): Promise<void>;
  /** Calls `hearer` with the address when the app is started again or by one of its shortcuts while it runs. */
  onLaunch(hearer: (address: string) => void): void;
}

/** Chromium's, not in TypeScript's library: https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}
/** https://wicg.github.io/web-app-launch/#launchqueue-interface */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly targetURL?: string }) => void): void;
}

export function browserInstall(): AppInstall {
  const alone = window.matchMedia('(display-mode: standalone)');
  const state = new Cell<InstallState>(alone.matches ? 'installed' : 'byMenu');
  let offer: InstallPrompt | undefined;
  const look = (): void =>
    state.set(alone.matches ? 'installed' : offer === undefined ? 'byMenu' : 'offered');
  alone.addEventListener('change', look);
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as InstallPrompt;
    look();
  });
  window.addEventListener('appinstalled', () => {
    offer = undefined;
    state.set('installed');
  });
  return {
    state,
    async install() {
      const asked = offer;
      offer = undefined;
      await asked?.prompt();
      look();
    },
    onLaunch(hearer) {
      const { launchQueue } = window as { launchQueue?: LaunchQueue };
      launchQueue?.setConsumer(({ targetURL }) => {
        if (targetURL !== undefined) hearer(targetURL);
      });
    },
  };
}
