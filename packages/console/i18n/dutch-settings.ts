import type { HeadsetState } from '../state/headset/headset-state.ts';
import type { HeadsetInput, HeadsetLight } from '../state/headset/telephony-layout.ts';
import { forms } from './dutch-words.ts';
import type { settings as english } from './english-settings.ts';

const keys: Record<HeadsetInput, string> = {
  hook: 'haak',
  flash: 'flash',
  drop: 'weigeren',
  mute: 'dempen',
};
const lights: Record<HeadsetLight, string> = {
  offHook: 'in gesprek',
  ring: 'gaat over',
  hold: 'in de wacht',
  mute: 'gedempt',
};

function headsetStands(state: HeadsetState): string {
  switch (state.kind) {
    case 'missing':
      return 'Deze browser spreekt met geen headset. Chrome en Edge doen dat, via een beveiligde verbinding (https).';
    case 'none':
      return 'Er is geen headset verbonden.';
    case 'elsewhere':
      return 'Een ander venster van deze browser spreekt met de headset.';
    case 'unplugged':
      return `${state.name} is losgekoppeld. Zodra deze terug is, wordt die weer gebruikt.`;
    case 'deaf':
      return `${state.name} is niet te gebruiken: er is geen haak, of een ander programma houdt de headset voor zichzelf.`;
    case 'connected': {
      const shown = state.lights.map((light) => lights[light]);
      const pressed = state.keys.map((key) => keys[key]);
      return `${state.name} is verbonden. Toetsen: ${forms.list(pressed)}. Toont: ${shown.length === 0 ? 'niets' : forms.list(shown)}.`;
    }
  }
}

export const settings: typeof english = {
  title: 'Instellingen',
  close: 'Instellingen sluiten',
  tabs: {
    look: 'Uiterlijk en taal',
    sounds: 'Geluiden',
    notices: 'Meldingen',
    headset: 'Headset',
    keys: 'Toetsen',
    speech: 'Spraak',
    app: 'App en scherm',
  },
  offline:
    'Geen verbinding: wat u wijzigt, geldt hier al en wordt opgeslagen zodra de verbinding er weer is.',
  look: {
    theme: 'Thema',
    themes: { system: 'Zoals het systeem', light: 'Licht', dark: 'Donker', contrast: 'Hoog contrast' },
    language: 'Taal',
    systemLanguage: (name) => `Zoals de browser (${name})`,
    languageComing: 'De taal wordt opgehaald …',
    density: 'Ruimte tussen de regels',
    densities: { comfortable: 'Ruim', compact: 'Compact' },
  },
  sounds: {
    rings: 'Gesprekken bellen',
    state: {
      off: 'Er belt niets: het belsignaal staat uit.',
      missing: 'Deze browser kan geen geluid geven.',
      blocked: 'Er belt nog niets: de browser wacht op een klik of toets op deze pagina.',
      elsewhere: 'Een ander venster van deze browser belt.',
      quiet: 'Klaar. Er is nu geen gesprek voor u.',
      rings: 'Het belt nu.',
    },
    which: 'Welke gesprekken bellen en gemeld worden',
    calls: {
      offers: 'Die mij worden aangeboden',
      waiting: 'Elk gesprek dat ik mag aannemen',
      long: 'Die al lang wachten',
    },
    longWait: 'Wachten is lang na (seconden)',
    sound: 'Geluid',
    soundNames: { chime: 'Klokkenspel', bell: 'Bel', marimba: 'Marimba', pulse: 'Puls' },
    volume: 'Volume',
    percent: (volume) => `${volume} %`,
    grows: 'Zacht beginnen en luider worden naarmate het wachten duurt, tot dit volume',
    talking: 'Terwijl u in gesprek bent',
    whileTalking: { ring: 'Belt zoals altijd', softly: 'Belt zacht', silent: 'Is stil' },
    speaker: 'Luidspreker',
    system: 'Die van het systeem',
    gone: (label) => `${label} (nu niet aanwezig)`,
    isGone: 'De gekozen luidspreker is er niet: tot die terug is, belt die van het systeem.',
    fixed: 'Deze browser belt altijd via de luidspreker van het systeem.',
    name: 'Luidspreker kiezen',
    nameWhy:
      'Browsers noemen luidsprekers alleen aan pagina’s die de microfoon mogen gebruiken, dus vraagt de uwe daarom. Er wordt niets opgenomen, en de microfoon wordt meteen weer losgelaten.',
    notNamed: 'De browser gaf de namen niet. Het belt via de luidspreker van het systeem.',
    speech: 'Waar u bellers hoort, stelt u in Teams in, onder Instellingen, Apparaten.',
    test: 'Proberen',
  },
  notices: {
    shows: 'Meldingen tonen zolang geen venster van Switchboard vooraan staat',
    state: {
      missing: 'Deze browser toont geen meldingen, of niet zonder beveiligde verbinding (https).',
      ask: 'Nog niet toegestaan. Met meldingen ziet u een gesprek terwijl u in een ander venster werkt.',
      allowed: 'Toegestaan.',
      denied:
        'De browser mag van deze pagina geen meldingen tonen. Sta ze toe bij het teken links van het adres, onder “Meldingen”.',
    },
    ask: 'Meldingen toestaan',
    masked: 'Naam en nummer van de beller weglaten',
    maskedHint: 'Wie op uw scherm kijkt, ziet de meldingen ook.',
    also: 'Hoeveel er wachten, staat altijd in de titel van het venster, op het pictogram ervan en op dat van de geïnstalleerde app.',
  },
  headset: {
    stands: headsetStands,
    connect: 'Headset verbinden',
    another: 'Nog een verbinden',
    forget: 'Deze headset vergeten',
    takes: 'Opnemen neemt het volgende gesprek aan, of gaat terug naar dat in de wacht',
    onHook: 'Ophangen',
    onHookChoices: {
      hangUp: 'Beëindigt het gesprek; in ruggespraak: laat de collega los',
      handOver: 'Draagt over aan de collega in ruggespraak; beëindigt anders het gesprek',
      nothing: 'Hier niets (Teams kan uw deel toch beëindigen)',
    },
    onMute: 'De dempknop',
    onMuteChoices: { nothing: 'Hier niets (Teams dempt)', hold: 'Zet de beller in de wacht, en terug' },
    teams:
      'Het geluid blijft in Teams, dat dezelfde toetsen kan gebruiken: ophangen beëindigt daar ook uw deel van het gesprek.',
  },
  app: {
    install: {
      installed: 'Dit is de geïnstalleerde app.',
      offered:
        'Geïnstalleerd heeft Switchboard een eigen venster en pictogram, en toont daar hoeveel er wachten.',
      byMenu:
        'Chrome en Edge installeren het vanuit hun menu, onder “Apps” of “Opslaan en delen”. Dan heeft het een eigen venster en pictogram.',
    },
    button: 'Switchboard installeren',
    keepsAwake: 'Scherm aan laten zolang Switchboard in beeld is',
    wake: {
      missing: 'Deze browser kan het scherm niet aan laten.',
      off: 'Het scherm gaat uit wanneer het systeem dat wil.',
      held: 'Het scherm blijft aan.',
      waiting: 'Het scherm blijft aan zodra deze pagina in beeld is.',
      refused: 'Het systeem staat het nu niet toe, bijvoorbeeld omdat de accu bijna leeg is.',
    },
  },
  soundBlocked: 'Geluid uit: klik hier of druk op een toets',
  soundOff: 'Geluid uit',
};
