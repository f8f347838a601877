import type { HangUpChoice, MuteChoice } from '@switchboard/contract/preferences/headset';
import type { ThemeChoice } from '@switchboard/contract/preferences/look';
import type { CallsThatRing, RingSound, WhileTalking } from '@switchboard/contract/preferences/ringing';
import type { InstallState } from '../machine/app-install.ts';
import type { NoticePermission } from '../machine/desktop-notices.ts';
import type { WakeState } from '../machine/wake-lock.ts';
import type { RingerState } from '../state/attention/ringer-state.ts';
import type { HeadsetState } from '../state/headset/headset-state.ts';
import type { HeadsetInput, HeadsetLight } from '../state/headset/telephony-layout.ts';
import type { SettingsTab } from '../state/settings-place.ts';

const tabs: Record<SettingsTab, string> = {
  look: 'Look and language',
  sounds: 'Sounds',
  notices: 'Notices',
  headset: 'Headset',
  keys: 'Keys',
  speech: 'Speech',
  app: 'App and screen',
};
const themes: Record<ThemeChoice, string> = {
  system: 'Like the system',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};

const calls: Record<CallsThatRing, string> = {
  offers: 'Those offered to me',
  waiting: 'Every call that I may take',
  long: 'Those that have waited long',
};
const soundNames: Record<RingSound, string> = {
  chime: 'Chime',
  bell: 'Bell',
  marimba: 'Marimba',
  pulse: 'Pulse',
};
const whileTalking: Record<WhileTalking, string> = {
  ring: 'Rings as always',
  softly: 'Rings softly',
  silent: 'Is silent',
};
const ringer: Record<RingerState, string> = {
  off: 'Nothing rings: ringing is switched off.',
  missing: 'This browser cannot sound.',
  blocked: 'Nothing rings yet: the browser waits for a click or a key press on this page.',
  elsewhere: 'Another window of this browser rings.',
  quiet: 'Ready. Nothing calls for you now.',
  rings: 'It rings now.',
};

const permission: Record<NoticePermission, string> = {
  missing: 'This browser shows no notices, or not without a secure connection (https).',
  ask: 'Not allowed yet. With notices you see a call while you work in another window.',
  allowed: 'Allowed.',
  denied:
    'The browser was told to show none of this page. Allow them at the sign left of the address, under “Notifications”.',
};

const onHook: Record<HangUpChoice, string> = {
  hangUp: 'Ends the call; asking a colleague: lets the colleague go',
  handOver: 'Hands over to the colleague asked; otherwise ends the call',
  nothing: 'Nothing here (Teams may still end your part)',
};
const onMute: Record<MuteChoice, string> = {
  nothing: 'Nothing here (Teams mutes)',
  hold: 'Puts the caller on hold, and back',
};
const keys: Record<HeadsetInput, string> = { hook: 'hook', flash: 'flash', drop: 'reject', mute: 'mute' };
const lights: Record<HeadsetLight, string> = {
  offHook: 'in a call',
  ring: 'ringing',
  hold: 'on hold',
  mute: 'mute',
};

function headsetStands(state: HeadsetState): string {
  switch (state.kind) {
    case 'missing':
      return 'This browser speaks to no headsets. Chrome and Edge do, on a secure connection (https).';
    case 'none':
      return 'No headset is connected.';
    case 'elsewhere':
      return 'Another window of this browser speaks to the headset.';
    case 'unplugged':
      return `${state.name} is unplugged. It is used again as soon as it is back.`;
    case 'deaf':
      return `${state.name} cannot be used: it has no hook, or another program keeps it to itself.`;
    case 'connected': {
      const shown =
        state.lights.length === 0 ? 'nothing' : state.lights.map((light) => lights[light]).join(', ');
      return `${state.name} is connected. Keys: ${state.keys.map((key) => keys[key]).join(', ')}. It shows: ${shown}.`;
    }
  }
}

const install: Record<InstallState, string> = {
  installed: 'This is the installed app.',
  offered: 'Installed, Switchboard has a window and an icon of its own, and shows there how many wait.',
  byMenu:
    'Chrome and Edge install it from their menu, under “Apps” or “Save and share”. Then it has a window and an icon of its own.',
};
const wake: Record<WakeState, string> = {
  missing: 'This browser cannot keep the screen on.',
  off: 'The screen goes off as the system likes.',
  held: 'The screen stays on.',
  waiting: 'The screen stays on as soon as this page is in sight.',
  refused: 'The system does not allow it just now, for example because the battery is low.',
};

/** The settings of an operator. */
export const settings = {
  title: 'Settings',
  close: 'Close the settings',
  tabs,
  offline: 'Not connected: what you change holds here, and is saved when the connection is back.',
  look: {
    theme: 'Theme',
    themes,
    language: 'Language',
    systemLanguage: (name: string): string => `Like the browser (${name})`,
    languageComing: 'The language is being fetched …',
    density: 'Room between lines',
    densities: { comfortable: 'Comfortable', compact: 'Compact' },
  },
  sounds: {
    rings: 'Calls ring',
    state: ringer,
    which: 'Which calls ring and are noticed',
    calls,
    longWait: 'A wait is long after (seconds)',
    sound: 'Sound',
    soundNames,
    volume: 'Volume',
    percent: (volume: number): string => `${volume} %`,
    grows: 'Begin softly and grow with the wait, up to this volume',
    talking: 'While you talk',
    whileTalking,
    speaker: 'Loudspeaker',
    system: 'The system’s own',
    gone: (label: string): string => `${label} (not there now)`,
    isGone: 'The chosen loudspeaker is not there: the system’s own rings until it is back.',
    fixed: 'This browser always rings at the system’s own loudspeaker.',
    name: 'Choose a loudspeaker',
    nameWhy:
      'Browsers name loudspeakers only to pages that may use the microphone, so yours asks for it. Nothing is recorded, and it is let go of at once.',
    notNamed: 'The browser did not tell the names. It rings at the system’s own loudspeaker.',
    speech: 'Where you hear callers is set in Teams, under Settings, Devices.',
    test: 'Try it',
  },
  notices: {
    shows: 'Show notices while no window of Switchboard is in front',
    state: permission,
    ask: 'Allow notices',
    masked: 'Leave out the caller’s name and number',
    maskedHint: 'Notices can be seen by whoever sees your screen.',
    also: 'The number of those who wait is always in the window’s title, on its icon, and on that of the installed app.',
  },
  headset: {
    stands: headsetStands,
    connect: 'Connect a headset',
    another: 'Connect another one',
    forget: 'Forget this headset',
    takes: 'Going off-hook takes the next call, or goes back to the one on hold',
    onHook: 'Going on-hook',
    onHookChoices: onHook,
    onMute: 'The mute key',
    onMuteChoices: onMute,
    teams:
      'The sound stays in Teams, which may use the same keys: going on-hook there ends your part of the call, too.',
  },
  app: {
    install,
    button: 'Install Switchboard',
    keepsAwake: 'Keep the screen on while Switchboard is in sight',
    wake,
  },
  /** Beside the status, while the browser lets nothing sound. */
  soundBlocked: 'Sound is off until you click here or press a key',
  /** The same where there is little room. */
  soundOff: 'Sound off',
};
