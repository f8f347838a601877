import type { HeadsetState } from '../state/headset/headset-state.ts';
import type { HeadsetInput, HeadsetLight } from '../state/headset/telephony-layout.ts';
import type { settings as english } from './english-settings.ts';
import { forms } from './french-words.ts';

const keys: Record<HeadsetInput, string> = {
  hook: 'décroché',
  flash: 'flash',
  drop: 'refus',
  mute: 'muet',
};
const lights: Record<HeadsetLight, string> = {
  offHook: 'en ligne',
  ring: 'sonnerie',
  hold: 'en attente',
  mute: 'muet',
};

function headsetStands(state: HeadsetState): string {
  switch (state.kind) {
    case 'missing':
      return 'Ce navigateur ne parle à aucun casque. Chrome et Edge le font, par une connexion sécurisée (https).';
    case 'none':
      return 'Aucun casque n’est connecté.';
    case 'elsewhere':
      return 'Une autre fenêtre de ce navigateur parle au casque.';
    case 'unplugged':
      return `${state.name} est débranché. Il servira de nouveau dès son retour.`;
    case 'deaf':
      return `${state.name} ne peut pas servir : il n’a pas de bouton de décroché, ou un autre programme le garde pour lui.`;
    case 'connected': {
      const shown = state.lights.map((light) => lights[light]);
      const pressed = state.keys.map((key) => keys[key]);
      return `${state.name} est connecté. Touches : ${forms.list(pressed)}. Il affiche : ${shown.length === 0 ? 'rien' : forms.list(shown)}.`;
    }
  }
}

export const settings: typeof english = {
  title: 'Réglages',
  close: 'Fermer les réglages',
  tabs: {
    look: 'Aspect et langue',
    sounds: 'Sons',
    notices: 'Notifications',
    headset: 'Casque',
    keys: 'Touches',
    speech: 'Parole',
    app: 'Application et écran',
  },
  offline:
    'Pas de connexion : vos changements valent déjà ici et seront enregistrés au retour de la connexion.',
  look: {
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre', contrast: 'Contraste élevé' },
    language: 'Langue',
    systemLanguage: (name) => `Comme le navigateur (${name})`,
    languageComing: 'Chargement de la langue …',
    density: 'Espace entre les lignes',
    densities: { comfortable: 'Aéré', compact: 'Compact' },
  },
  sounds: {
    rings: 'Les appels sonnent',
    state: {
      off: 'Rien ne sonne : la sonnerie est coupée.',
      missing: 'Ce navigateur ne peut pas émettre de son.',
      blocked: 'Rien ne sonne encore : le navigateur attend un clic ou une touche sur cette page.',
      elsewhere: 'Une autre fenêtre de ce navigateur sonne.',
      quiet: 'Prêt. Rien ne vous appelle pour l’instant.',
      rings: 'Ça sonne.',
    },
    which: 'Quels appels sonnent et sont notifiés',
    calls: {
      offers: 'Ceux qui me sont proposés',
      waiting: 'Tout appel que je peux prendre',
      long: 'Ceux qui attendent depuis longtemps',
    },
    longWait: 'L’attente est longue après (secondes)',
    sound: 'Son',
    soundNames: { chime: 'Carillon', bell: 'Cloche', marimba: 'Marimba', pulse: 'Impulsion' },
    volume: 'Volume',
    percent: (volume) => `${volume} %`,
    grows: 'Commencer doucement et monter avec l’attente, jusqu’à ce volume',
    talking: 'Pendant que vous êtes en ligne',
    whileTalking: { ring: 'Sonne comme toujours', softly: 'Sonne doucement', silent: 'Reste muet' },
    speaker: 'Haut-parleur',
    system: 'Celui du système',
    gone: (label) => `${label} (absent en ce moment)`,
    isGone: 'Le haut-parleur choisi n’est pas là : celui du système sonne jusqu’à son retour.',
    fixed: 'Ce navigateur sonne toujours par le haut-parleur du système.',
    name: 'Choisir un haut-parleur',
    nameWhy:
      'Les navigateurs ne nomment les haut-parleurs qu’aux pages autorisées à utiliser le microphone ; le vôtre le demande donc. Rien n’est enregistré, et le microphone est relâché aussitôt.',
    notNamed: 'Le navigateur n’a pas donné les noms. Le haut-parleur du système sonne.',
    speech: 'L’appareil où vous entendez les correspondants se règle dans Teams, sous Paramètres, Appareils.',
    test: 'Essayer',
  },
  notices: {
    shows: 'Notifier tant qu’aucune fenêtre de Switchboard n’est au premier plan',
    state: {
      missing: 'Ce navigateur n’affiche pas de notifications, ou pas sans connexion sécurisée (https).',
      ask: 'Pas encore autorisé. Avec les notifications, vous voyez un appel en travaillant dans une autre fenêtre.',
      allowed: 'Autorisé.',
      denied:
        'Le navigateur a l’ordre de n’en montrer aucune pour cette page. Autorisez-les par le signe à gauche de l’adresse, sous « Notifications ».',
    },
    ask: 'Autoriser les notifications',
    masked: 'Omettre le nom et le numéro du correspondant',
    maskedHint: 'Qui voit votre écran voit aussi les notifications.',
    also: 'Le nombre de ceux qui attendent figure toujours dans le titre de la fenêtre, sur son icône et sur celle de l’application installée.',
  },
  headset: {
    stands: headsetStands,
    connect: 'Connecter un casque',
    another: 'En connecter un autre',
    forget: 'Oublier ce casque',
    takes: 'Décrocher prend l’appel suivant, ou reprend celui en attente',
    onHook: 'Raccrocher',
    onHookChoices: {
      hangUp: 'Termine l’appel ; en double appel : libère la personne',
      handOver: 'En double appel, remet le correspondant ; sinon termine l’appel',
      nothing: 'Rien ici (Teams peut quand même terminer votre part)',
    },
    onMute: 'La touche muet',
    onMuteChoices: {
      nothing: 'Rien ici (Teams coupe le micro)',
      hold: 'Met le correspondant en attente, et le reprend',
    },
    teams:
      'Le son reste dans Teams, qui peut utiliser les mêmes touches : raccrocher y termine aussi votre part de l’appel.',
  },
  app: {
    install: {
      installed: 'Voici l’application installée.',
      offered: 'Installé, Switchboard a sa propre fenêtre et sa propre icône, et y montre combien attendent.',
      byMenu:
        'Chrome et Edge l’installent par leur menu, sous « Applications » ou « Enregistrer et partager ». Il a alors sa propre fenêtre et sa propre icône.',
    },
    button: 'Installer Switchboard',
    keepsAwake: 'Garder l’écran allumé tant que Switchboard est visible',
    wake: {
      missing: 'Ce navigateur ne peut pas garder l’écran allumé.',
      off: 'L’écran s’éteint quand le système le veut.',
      held: 'L’écran reste allumé.',
      waiting: 'L’écran reste allumé dès que cette page est visible.',
      refused: 'Le système ne le permet pas en ce moment, par exemple parce que la batterie est faible.',
    },
  },
  soundBlocked: 'Son coupé : cliquez ici ou tapez une touche',
  soundOff: 'Son coupé',
};
