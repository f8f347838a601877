import { silentLogger } from '@switchboard/kit/logger';
import { Cell } from '../connection/cell.ts';
import type { InstallState } from '../machine/app-install.ts';
import type { ConsoleWindows, SharedDuty } from '../machine/console-windows.ts';
import type { DesktopNotice, DesktopNotices, NoticePermission } from '../machine/desktop-notices.ts';
import type { Machine } from '../machine/machine.ts';
import type { Loudspeakers, Ring, SoundOutput, SoundState } from '../machine/sound-output.ts';
import type { WakeState } from '../machine/wake-lock.ts';
import { Attention } from '../state/attention/attention.ts';
import { FakeHid } from './fake-hid.testing.ts';
import { type Desk, memoryStorage } from './fake-line.testing.ts';

/** Loudspeakers that a test plugs in and pulls out, and what they were told. */
export class FakeSound implements SoundOutput {
  readonly state = new Cell<SoundState>('ready');
  readonly speakers = new Cell<Loudspeakers>({ kind: 'unnamed' });
  /** What sounds now. */
  sounding: Ring | undefined;
  readonly triedOut: Ring[] = [];
  usedAt = '';
  /** Loudspeakers that cannot be used. */
  readonly broken = new Set<string>();

  unlock(): void {
    this.state.set('ready');
  }
  ring(ring: Ring): void {
    this.sounding = ring;
  }
  silence(): void {
    this.sounding = undefined;
  }
  tryOut(ring: Ring): void {
    this.triedOut.push(ring);
  }
  nameSpeakers(): Promise<boolean> {
    return Promise.resolve(this.speakers.getSnapshot().kind === 'named');
  }
  use(deviceId: string): Promise<boolean> {
    if (this.broken.has(deviceId)) return Promise.resolve(false);
    this.usedAt = deviceId;
    return Promise.resolve(true);
  }
}

/** A desktop that keeps what it shows. */
export class FakeNotices implements DesktopNotices {
  readonly permission = new Cell<NoticePermission>('allowed');
  readonly shown = new Map<string, DesktopNotice>();

  ask(): Promise<void> {
    this.permission.set('allowed');
    return Promise.resolve();
  }
  show(notice: DesktopNotice): void {
    this.shown.set(notice.key, notice);
  }
  close(key: string): void {
    this.shown.delete(key);
  }
}

/** This window among others of a browser. */
export class FakeWindows implements ConsoleWindows {
  readonly isInFront = new Cell(true);
  readonly isAnyInFront = new Cell(true);
  readonly duties = { rings: new Cell(true), desk: new Cell(true) };
  /** What this window was ready for. */
  readonly takenPart: SharedDuty[] = [];
  cameToFront = 0;

  takePart(duty: SharedDuty): Cell<boolean> {
    this.takenPart.push(duty);
    return this.duties[duty];
  }
  comeToFront(): void {
    this.cameToFront += 1;
  }
}

export interface FakeMachine extends Machine {
  readonly sound: FakeSound;
  readonly notices: FakeNotices;
  readonly windows: FakeWindows;
  readonly hid: FakeHid;
  /** The numbers that the icon has shown. */
  readonly badges: number[];
}

export function fakeMachine(): FakeMachine {
  const badges: number[] = [];
  const wake = new Cell<WakeState>('off');
  return {
    sound: new FakeSound(),
    notices: new FakeNotices(),
    windows: new FakeWindows(),
    hid: new FakeHid(),
    badges,
    badge: { show: (count) => void badges.push(count) },
    wake: { state: wake, want: (isWanted) => wake.set(isWanted ? 'held' : 'off') },
    app: {
      state: new Cell<InstallState>('byMenu'),
      install: () => Promise.resolve(),
      onLaunch: () => {},
    },
  };
}

/** A desk with what makes it noticed. */
export const attend = (
  { model, actions }: Desk,
  machine: Machine = fakeMachine(),
  storage = memoryStorage(),
): Attention => new Attention({ model, actions, machine, storage, log: silentLogger });
