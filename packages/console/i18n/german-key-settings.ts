import type { KeyAction } from '../state/key-map.ts';
import type { ProfileFileProblem } from '../state/key-profile-file.ts';
import type { ReservedWhy } from '../state/reserved-keys.ts';
import type { keySettings as english } from './english-key-settings.ts';

const reserved: Record<ReservedWhy, string> = {
  help: 'Browser und Windows öffnen damit die Hilfe',
  find: 'der Browser durchsucht damit die Seite',
  reload: 'der Browser lädt damit die Seite neu',
  address: 'der Browser springt damit in die Adressleiste',
  caret: 'der Browser schaltet damit seinen Textcursor',
  menuBar: 'Windows öffnet damit Menüs',
  fullScreen: 'der Browser füllt damit den Bildschirm',
  developer: 'der Browser öffnet damit die Entwicklertools',
  closesTab: 'der Browser schließt damit den Tab',
  closesWindow: 'Windows schließt damit das Fenster',
  taskManager: 'der Browser öffnet damit den Task-Manager',
  startMenu: 'Windows öffnet damit das Startmenü',
  windows: 'Windows behält sie für sich',
  zoom: 'der Browser macht damit die Seite größer oder kleiner',
  tabs: 'der Browser geht damit zu einem anderen Tab',
  focus: 'sie verschiebt den Fokus',
  contextMenu: 'sie öffnet das Menü dessen, was den Fokus hat',
  screenReader: 'Screenreader behalten sie für sich',
  system: 'das System behält sie für sich',
  clipboard: 'sie kopiert und fügt ein',
  menus: 'mit Alt öffnen Browser und Windows Menüs',
  browserCommand: 'mit Strg und einem Buchstaben oder einer Ziffer hat der Browser eigene Befehle',
  presses: 'sie drückt die Schaltfläche, die den Fokus hat',
  edits: 'sie bewegt oder löscht in der Suche',
  types: 'sie wird in die Suche getippt',
  unknown: 'nicht jede Tastatur hat sie, oder der Browser gibt sie nicht weiter',
};

function problem(found: ProfileFileProblem): string {
  switch (found.kind) {
    case 'tooLarge':
      return 'Die Datei ist zu groß für ein Tastenprofil. Wählen Sie eine, die hier gespeichert wurde.';
    case 'notJson':
      return 'Die Datei ist kein JSON. Wählen Sie eine, die hier gespeichert wurde, oder prüfen Sie Klammern und Kommas.';
    case 'notOurs':
      return 'Die Datei ist kein Tastenprofil: „kind“ muss „switchboard-keys“ sein. Wählen Sie eine, die hier gespeichert wurde.';
    case 'newer':
      return 'Die Datei stammt von einer neueren Konsole. Laden Sie diese Seite neu, dann versuchen Sie es wieder.';
    case 'shippedName':
      return 'name: Ein mitgeliefertes Profil heißt so. Geben Sie einen anderen Namen.';
    case 'misfit':
      return `${found.field || 'Die Datei'}: Das passt nicht. Vergleichen Sie mit einer Datei, die hier gespeichert wurde.`;
    case 'unknownName':
      return `${found.field}: Diese Aktion gibt es nicht. Nehmen Sie die Zeile heraus, oder berichtigen Sie den Namen.`;
    case 'noKey':
      return `${found.field}: „${found.text}“ ist keine Taste. Schreiben Sie sie wie Ctrl+Shift+F8.`;
    case 'reserved':
      return `${found.field}: ${found.text} ist nicht zu haben, denn ${reserved[found.why]}. Wählen Sie eine andere Taste.`;
    case 'twice':
      return `${found.field}: ${found.text} ist auch die Taste von ${found.other}. Geben Sie einer von beiden eine andere Taste.`;
    default:
      return found satisfies never;
  }
}

const names: Record<KeyAction, string> = {
  go: 'Annehmen, verbinden',
  ask: 'Rückfrage',
  goAndLeave: 'Verbinden und verlassen',
  chooseNext: 'Nächste in der Liste',
  choosePrevious: 'Vorige in der Liste',
  chooseNextPage: 'Weiter unten',
  choosePreviousPage: 'Weiter oben',
  toPerson: 'Zur gewählten Person',
  stepBack: 'Schritt zurück',
  holdOrResume: 'Halten, zurückholen',
  park: 'Parken',
  hangUp: 'Auflegen',
  letGo: 'Nicht ich, trennen',
  focusCalls: 'Zu den Anrufen',
  saySituation: 'Lage ansagen',
  changeStatus: 'Eigener Status',
  goOffline: 'Offline',
  filter: 'Filter',
  moveUp: 'Favorit nach oben',
  moveDown: 'Favorit nach unten',
  sharedContacts: 'Gemeinsame Kontakte',
  undo: 'Rückgängig',
  readLine: 'Zur Statuszeile',
  arrangePanes: 'Bereiche',
  openHistory: 'Verlauf',
  openQueues: 'Warteschlangen',
  showKeys: 'Liste der Tasten',
  openSettings: 'Einstellungen',
};

export const keySettings: typeof english = {
  ownName: 'Meine Tasten',
  profile: 'Profil',
  shipped: { keyboard: 'Tastatur', numberPad: 'Ziffernblock' },
  builtOn: (base) => `auf Grundlage von ${base}`,
  everywhere: 'Überall',
  letters: {
    calls: 'Auf einem Anruf',
    person: 'Auf der gewählten Person',
    callBacks: 'Auf einem Rückruf',
    messages: 'Auf einer Nachricht',
    history: 'Im Verlauf',
  },
  keyOf: (what, cap) => `${what}: ${cap === '' ? 'keine Taste' : cap}. Ändern`,
  pressNow: 'Drücken Sie die neue Taste.',
  pressLetter: 'Drücken Sie den neuen Buchstaben.',
  cancelHint: 'Esc behält die alte.',
  reserved: (cap, why) => `${cap} ist nicht zu haben: ${reserved[why]}.`,
  taken: (cap, action, others) => `${cap} ist die Taste von „${others}“. An „${action}“ geben?`,
  letterTaken: (letter, others) =>
    `${letter} ist dort der Buchstabe von „${others}“. Wählen Sie einen anderen.`,
  noLetter: 'Gebraucht wird ein Buchstabe von A bis Z.',
  swap: 'Beide tauschen',
  take: (other) => `Nehmen; „${other}“ hat dann keine Taste`,
  keep: 'So lassen',
  given: (action, cap) => `${cap}: ${action}`,
  reset: (what) => `Wie mitgeliefert: ${what}`,
  resetAll: 'Alle wie mitgeliefert',
  resetDone: 'Alle Tasten sind wie mitgeliefert',
  remove: 'Dieses Profil vergessen',
  save: 'Als Datei speichern',
  load: 'Datei einlesen',
  loaded: (name) => `Die Tasten von „${name}“ gelten`,
  notLoaded: 'Die Datei wurde nicht eingelesen:',
  tooMany: (count) => `Es gibt schon ${count} Profile, mehr geht nicht. Vergessen Sie zuerst eines.`,
  problem,
  nameOf: (action) => names[action],
};
