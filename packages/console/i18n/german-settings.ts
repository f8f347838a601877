import type { HeadsetState } from '../state/headset/headset-state.ts';
import type { HeadsetInput, HeadsetLight } from '../state/headset/telephony-layout.ts';
import type { settings as english } from './english-settings.ts';
import { forms } from './german-words.ts';

const keys: Record<HeadsetInput, string> = {
  hook: 'Gabel',
  flash: 'Flash',
  drop: 'Ablehnen',
  mute: 'Stumm',
};
const lights: Record<HeadsetLight, string> = {
  offHook: 'im Gespräch',
  ring: 'klingelt',
  hold: 'gehalten',
  mute: 'stumm',
};

function headsetStands(state: HeadsetState): string {
  switch (state.kind) {
    case 'missing':
      return 'Dieser Browser spricht mit keinem Headset. Chrome und Edge tun es, über eine sichere Verbindung (https).';
    case 'none':
      return 'Kein Headset ist verbunden.';
    case 'elsewhere':
      return 'Ein anderes Fenster dieses Browsers spricht mit dem Headset.';
    case 'unplugged':
      return `${state.name} ist nicht angeschlossen. Sobald es wieder da ist, wird es wieder benutzt.`;
    case 'deaf':
      return `${state.name} ist nicht zu benutzen: Es hat keine Gabel, oder ein anderes Programm behält es für sich.`;
    case 'connected': {
      const shown = state.lights.map((light) => lights[light]);
      const pressed = state.keys.map((key) => keys[key]);
      return `${state.name} ist verbunden. Tasten: ${forms.list(pressed)}. Es zeigt: ${shown.length === 0 ? 'nichts' : forms.list(shown)}.`;
    }
  }
}

export const settings: typeof english = {
  title: 'Einstellungen',
  close: 'Einstellungen schließen',
  tabs: {
    look: 'Aussehen und Sprache',
    sounds: 'Töne',
    notices: 'Meldungen',
    headset: 'Headset',
    keys: 'Tasten',
    speech: 'Ansagen',
    app: 'App und Bildschirm',
  },
  offline:
    'Keine Verbindung: Was Sie ändern, gilt hier schon und wird gespeichert, wenn die Verbindung wieder da ist.',
  look: {
    theme: 'Farben',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel', contrast: 'Hoher Kontrast' },
    language: 'Sprache',
    systemLanguage: (name) => `Wie der Browser (${name})`,
    languageComing: 'Die Sprache wird geholt …',
    density: 'Platz zwischen den Zeilen',
    densities: { comfortable: 'Geräumig', compact: 'Kompakt' },
  },
  sounds: {
    rings: 'Anrufe klingeln',
    state: {
      off: 'Nichts klingelt: Das Klingeln ist ausgeschaltet.',
      missing: 'Dieser Browser kann keinen Ton geben.',
      blocked: 'Noch klingelt nichts: Der Browser wartet auf einen Klick oder eine Taste auf dieser Seite.',
      elsewhere: 'Ein anderes Fenster dieses Browsers klingelt.',
      quiet: 'Bereit. Gerade ruft nichts nach Ihnen.',
      rings: 'Es klingelt gerade.',
    },
    which: 'Welche Anrufe klingeln und gemeldet werden',
    calls: {
      offers: 'Die mir angebotenen',
      waiting: 'Jeder Anruf, den ich annehmen darf',
      long: 'Die schon lange warten',
    },
    longWait: 'Lange gewartet ist nach (Sekunden)',
    sound: 'Klang',
    soundNames: { chime: 'Glockenspiel', bell: 'Glocke', marimba: 'Marimba', pulse: 'Puls' },
    volume: 'Lautstärke',
    percent: (volume) => `${volume} %`,
    grows: 'Leise beginnen und mit dem Warten lauter werden, bis zu dieser Lautstärke',
    talking: 'Während Sie sprechen',
    whileTalking: { ring: 'Klingelt wie immer', softly: 'Klingelt leise', silent: 'Ist still' },
    speaker: 'Lautsprecher',
    system: 'Der des Systems',
    gone: (label) => `${label} (gerade nicht da)`,
    isGone: 'Der gewählte Lautsprecher ist nicht da: Bis er wieder da ist, klingelt der des Systems.',
    fixed: 'Dieser Browser klingelt immer über den Lautsprecher des Systems.',
    name: 'Lautsprecher wählen',
    nameWhy:
      'Browser nennen Lautsprecher nur Seiten, die das Mikrofon benutzen dürfen, darum fragt Ihrer danach. Nichts wird aufgenommen, und das Mikrofon wird sofort wieder losgelassen.',
    notNamed: 'Der Browser hat die Namen nicht genannt. Es klingelt über den Lautsprecher des Systems.',
    speech: 'Wo Sie Anrufer hören, stellen Sie in Teams ein, unter Einstellungen, Geräte.',
    test: 'Ausprobieren',
  },
  notices: {
    shows: 'Meldungen zeigen, solange kein Fenster von Switchboard vorn ist',
    state: {
      missing: 'Dieser Browser zeigt keine Meldungen, oder nicht ohne sichere Verbindung (https).',
      ask: 'Noch nicht erlaubt. Mit Meldungen sehen Sie einen Anruf, während Sie in einem anderen Fenster arbeiten.',
      allowed: 'Erlaubt.',
      denied:
        'Der Browser darf von dieser Seite keine zeigen. Erlauben Sie sie am Zeichen links der Adresse, unter „Benachrichtigungen“.',
    },
    ask: 'Meldungen erlauben',
    masked: 'Name und Nummer des Anrufers weglassen',
    maskedHint: 'Wer Ihren Bildschirm sieht, sieht auch die Meldungen.',
    also: 'Wie viele warten, steht immer im Titel des Fensters, auf seinem Symbol und auf dem der installierten App.',
  },
  headset: {
    stands: headsetStands,
    connect: 'Headset verbinden',
    another: 'Noch eines verbinden',
    forget: 'Dieses Headset vergessen',
    takes: 'Abnehmen nimmt den nächsten Anruf an, oder geht zurück zum gehaltenen',
    onHook: 'Auflegen',
    onHookChoices: {
      hangUp: 'Beendet den Anruf; in Rückfrage: beendet die Rückfrage',
      handOver: 'Übergibt in Rückfrage den Anrufer; sonst beendet es den Anruf',
      nothing: 'Hier nichts (Teams kann Ihren Teil trotzdem beenden)',
    },
    onMute: 'Die Stummtaste',
    onMuteChoices: { nothing: 'Hier nichts (Teams schaltet stumm)', hold: 'Hält den Anrufer, und zurück' },
    teams:
      'Der Ton bleibt in Teams, das dieselben Tasten benutzen kann: Auflegen beendet dort auch Ihren Teil des Anrufs.',
  },
  app: {
    install: {
      installed: 'Dies ist die installierte App.',
      offered:
        'Installiert hat Switchboard ein eigenes Fenster und Symbol, und zeigt dort, wie viele warten.',
      byMenu:
        'Chrome und Edge installieren es aus ihrem Menü, unter „Apps“ oder „Speichern und teilen“. Dann hat es ein eigenes Fenster und Symbol.',
    },
    button: 'Switchboard installieren',
    keepsAwake: 'Bildschirm anlassen, solange Switchboard zu sehen ist',
    wake: {
      missing: 'Dieser Browser kann den Bildschirm nicht anlassen.',
      off: 'Der Bildschirm geht aus, wie das System es will.',
      held: 'Der Bildschirm bleibt an.',
      waiting: 'Der Bildschirm bleibt an, sobald diese Seite zu sehen ist.',
      refused: 'Das System erlaubt es gerade nicht, zum Beispiel weil der Akku fast leer ist.',
    },
  },
  soundBlocked: 'Ton aus: hier klicken oder eine Taste drücken',
  soundOff: 'Ton aus',
};
