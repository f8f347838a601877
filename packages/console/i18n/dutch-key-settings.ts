import type { KeyAction } from '../state/key-map.ts';
import type { ProfileFileProblem } from '../state/key-profile-file.ts';
import type { ReservedWhy } from '../state/reserved-keys.ts';
import type { keySettings as english } from './english-key-settings.ts';

const reserved: Record<ReservedWhy, string> = {
  help: 'de browser en Windows openen er Help mee',
  find: 'de browser doorzoekt er de pagina mee',
  reload: 'de browser laadt er de pagina opnieuw mee',
  address: 'de browser gaat er mee naar de adresbalk',
  caret: 'de browser schakelt er de tekstcursor mee',
  menuBar: 'Windows opent er menu’s mee',
  fullScreen: 'de browser vult er het scherm mee',
  developer: 'de browser opent er de hulpmiddelen voor ontwikkelaars mee',
  closesTab: 'de browser sluit er het tabblad mee',
  closesWindow: 'Windows sluit er het venster mee',
  taskManager: 'de browser opent er taakbeheer mee',
  startMenu: 'Windows opent er het startmenu mee',
  windows: 'Windows houdt deze voor zichzelf',
  zoom: 'de browser maakt er de pagina groter of kleiner mee',
  tabs: 'de browser gaat er mee naar een ander tabblad',
  focus: 'deze verplaatst de focus',
  contextMenu: 'deze opent het menu van wat de focus heeft',
  screenReader: 'schermlezers houden deze voor zichzelf',
  system: 'het systeem houdt deze voor zichzelf',
  clipboard: 'deze kopieert en plakt',
  menus: 'met Alt openen de browser en Windows menu’s',
  browserCommand: 'met Ctrl en een letter of cijfer heeft de browser eigen opdrachten',
  presses: 'deze drukt op de knop die de focus heeft',
  edits: 'deze verplaatst of verwijdert in het zoekveld',
  types: 'deze wordt in het zoekveld getypt',
  unknown: 'niet elk toetsenbord heeft deze, of de browser geeft deze niet door',
};

function problem(found: ProfileFileProblem): string {
  switch (found.kind) {
    case 'tooLarge':
      return 'Het bestand is te groot voor een toetsprofiel. Kies er een dat hier is opgeslagen.';
    case 'notJson':
      return 'Het bestand is geen JSON. Kies er een dat hier is opgeslagen, of controleer haakjes en komma’s.';
    case 'notOurs':
      return 'Het bestand is geen toetsprofiel: “kind” moet “switchboard-keys” zijn. Kies er een dat hier is opgeslagen.';
    case 'newer':
      return 'Het bestand is van een nieuwere console. Laad deze pagina opnieuw en probeer het dan weer.';
    case 'shippedName':
      return 'name: een meegeleverd profiel heet al zo. Geef een andere naam.';
    case 'misfit':
      return `${found.field || 'Het bestand'}: dit past niet. Vergelijk het met een bestand dat hier is opgeslagen.`;
    case 'unknownName':
      return `${found.field}: deze actie bestaat niet. Haal de regel weg, of verbeter de naam.`;
    case 'noKey':
      return `${found.field}: “${found.text}” is geen toets. Schrijf die als Ctrl+Shift+F8.`;
    case 'reserved':
      return `${found.field}: ${found.text} is niet beschikbaar, want ${reserved[found.why]}. Kies een andere toets.`;
    case 'twice':
      return `${found.field}: ${found.text} is ook de toets van ${found.other}. Geef een van beide een andere toets.`;
    default:
      return found satisfies never;
  }
}

export const keySettings: typeof english = {
  ownName: 'Mijn toetsen',
  profile: 'Profiel',
  shipped: { keyboard: 'Toetsenbord', numberPad: 'Numeriek toetsenblok' },
  builtOn: (base) => `gebaseerd op ${base}`,
  everywhere: 'Overal',
  letters: {
    calls: 'Op een gesprek',
    person: 'Op de gekozen persoon',
    callBacks: 'Op een terugbelverzoek',
    messages: 'Op een bericht',
    history: 'In de geschiedenis',
  },
  keyOf: (what, cap) => `${what}: ${cap === '' ? 'geen toets' : cap}. Wijzigen`,
  pressNow: 'Druk op de nieuwe toets.',
  pressLetter: 'Druk op de nieuwe letter.',
  cancelHint: 'Esc houdt de oude.',
  reserved: (cap, why) => `${cap} is niet beschikbaar: ${reserved[why]}.`,
  taken: (cap, action, others) => `${cap} is de toets van “${others}”. Aan “${action}” geven?`,
  letterTaken: (letter, others) => `${letter} is daar de letter van “${others}”. Kies een andere.`,
  noLetter: 'Kies een letter van A tot Z.',
  swap: 'Beide omwisselen',
  take: (other) => `Nemen; “${other}” heeft dan geen toets`,
  keep: 'Laten zoals het is',
  given: (action, cap) => `${cap}: ${action}`,
  reset: (what) => `Zoals meegeleverd: ${what}`,
  resetAll: 'Alle zoals meegeleverd',
  resetDone: 'Alle toetsen zijn zoals meegeleverd',
  remove: 'Dit profiel vergeten',
  save: 'Opslaan als bestand',
  load: 'Bestand inlezen',
  loaded: (name) => `De toetsen van “${name}” zijn in gebruik`,
  notLoaded: 'Het bestand is niet ingelezen:',
  tooMany: (count) =>
    `Er zijn al ${count} profielen, meer kunnen er niet worden bewaard. Vergeet er eerst een.`,
  problem,
  nameOf: (action) => names[action],
};

const names: Record<KeyAction, string> = {
  go: 'Aannemen, doorverbinden',
  ask: 'Ruggespraak',
  goAndLeave: 'Doorverbinden en uitstappen',
  chooseNext: 'Volgende in de lijst',
  choosePrevious: 'Vorige in de lijst',
  chooseNextPage: 'Verder omlaag',
  choosePreviousPage: 'Verder omhoog',
  toPerson: 'Naar de gekozen persoon',
  stepBack: 'Stap terug',
  holdOrResume: 'In de wacht, hervatten',
  park: 'Parkeren',
  hangUp: 'Ophangen',
  letGo: 'Niet ik, loslaten',
  focusCalls: 'Naar de gesprekken',
  saySituation: 'Zeggen hoe het staat',
  changeStatus: 'Eigen status',
  goOffline: 'Offline',
  filter: 'Filters',
  moveUp: 'Favoriet omhoog',
  moveDown: 'Favoriet omlaag',
  sharedContacts: 'Gedeelde contacten',
  undo: 'Ongedaan maken',
  readLine: 'Naar de statusregel',
  arrangePanes: 'Deelvensters',
  openHistory: 'Geschiedenis',
  openQueues: 'Wachtrijen',
  showKeys: 'Lijst van toetsen',
  openSettings: 'Instellingen',
};
