import type { KeyAction } from '../state/key-map.ts';
import type { ProfileFileProblem } from '../state/key-profile-file.ts';
import type { ReservedWhy } from '../state/reserved-keys.ts';
import type { keySettings as english } from './english-key-settings.ts';

const reserved: Record<ReservedWhy, string> = {
  help: 'le navigateur et Windows ouvrent l’aide avec elle',
  find: 'le navigateur cherche dans la page avec elle',
  reload: 'le navigateur recharge la page avec elle',
  address: 'le navigateur va à sa barre d’adresse avec elle',
  caret: 'le navigateur active son curseur de texte avec elle',
  menuBar: 'Windows ouvre des menus avec elle',
  fullScreen: 'le navigateur remplit l’écran avec elle',
  developer: 'le navigateur ouvre ses outils de développement avec elle',
  closesTab: 'le navigateur ferme l’onglet avec elle',
  closesWindow: 'Windows ferme la fenêtre avec elle',
  taskManager: 'le navigateur ouvre son gestionnaire de tâches avec elle',
  startMenu: 'Windows ouvre le menu Démarrer avec elle',
  windows: 'Windows la garde pour lui',
  zoom: 'le navigateur agrandit ou réduit la page avec elle',
  tabs: 'le navigateur passe à un autre onglet avec elle',
  focus: 'elle déplace le focus',
  contextMenu: 'elle ouvre le menu de ce qui a le focus',
  screenReader: 'les lecteurs d’écran la gardent pour eux',
  system: 'le système la garde pour lui',
  clipboard: 'elle copie et colle',
  menus: 'avec Alt, le navigateur et Windows ouvrent des menus',
  browserCommand: 'avec Ctrl et une lettre ou un chiffre, le navigateur a ses propres commandes',
  presses: 'elle actionne le bouton qui a le focus',
  edits: 'elle déplace ou efface dans la recherche',
  types: 'elle s’écrit dans la recherche',
  unknown: 'tous les claviers ne l’ont pas, ou le navigateur ne la transmet pas',
};

function problem(found: ProfileFileProblem): string {
  switch (found.kind) {
    case 'tooLarge':
      return 'Le fichier est trop grand pour un profil de touches. Choisissez-en un enregistré ici.';
    case 'notJson':
      return 'Le fichier n’est pas du JSON. Choisissez-en un enregistré ici, ou vérifiez accolades et virgules.';
    case 'notOurs':
      return 'Le fichier n’est pas un profil de touches : « kind » doit être « switchboard-keys ». Choisissez-en un enregistré ici.';
    case 'newer':
      return 'Le fichier vient d’une console plus récente. Rechargez cette page, puis réessayez.';
    case 'shippedName':
      return 'name : un profil livré porte ce nom. Donnez-en un autre.';
    case 'misfit':
      return `${found.field || 'Le fichier'} : cela ne convient pas. Comparez avec un fichier enregistré ici.`;
    case 'unknownName':
      return `${found.field} : cette action n’existe pas. Retirez la ligne, ou corrigez son nom.`;
    case 'noKey':
      return `${found.field} : « ${found.text} » n’est pas une touche. Écrivez-la comme Ctrl+Shift+F8.`;
    case 'reserved':
      return `${found.field} : ${found.text} n’est pas disponible, car ${reserved[found.why]}. Choisissez une autre touche.`;
    case 'twice':
      return `${found.field} : ${found.text} est aussi la touche pour ${found.other}. Donnez une autre touche à l’une des deux.`;
    default:
      return found satisfies never;
  }
}

const names: Record<KeyAction, string> = {
  go: 'Prendre, transférer',
  ask: 'Double appel',
  goAndLeave: 'Transférer et quitter',
  chooseNext: 'Suivant dans la liste',
  choosePrevious: 'Précédent dans la liste',
  chooseNextPage: 'Plus bas',
  choosePreviousPage: 'Plus haut',
  toPerson: 'Vers la personne choisie',
  stepBack: 'Un pas en arrière',
  holdOrResume: 'En attente, reprendre',
  park: 'Parquer',
  hangUp: 'Raccrocher',
  letGo: 'Pas moi, libérer',
  focusCalls: 'Vers les appels',
  saySituation: 'Dire la situation',
  changeStatus: 'Mon statut',
  goOffline: 'Hors ligne',
  filter: 'Filtres',
  moveUp: 'Monter le favori',
  moveDown: 'Descendre le favori',
  sharedContacts: 'Contacts partagés',
  undo: 'Annuler',
  readLine: 'Vers la ligne d’état',
  arrangePanes: 'Volets',
  openHistory: 'Historique',
  openQueues: 'Files d’attente',
  showKeys: 'Liste des touches',
  openSettings: 'Réglages',
};

export const keySettings: typeof english = {
  ownName: 'Mes touches',
  profile: 'Profil',
  shipped: { keyboard: 'Clavier', numberPad: 'Pavé numérique' },
  builtOn: (base) => `à partir de ${base}`,
  everywhere: 'Partout',
  letters: {
    calls: 'Sur un appel',
    person: 'Sur la personne choisie',
    callBacks: 'Sur un rappel',
    messages: 'Sur un message',
    history: 'Dans l’historique',
  },
  keyOf: (what, cap) => `${what} : ${cap === '' ? 'aucune touche' : cap}. Modifier`,
  pressNow: 'Appuyez sur la nouvelle touche.',
  pressLetter: 'Appuyez sur la nouvelle lettre.',
  cancelHint: 'Échap garde l’ancienne.',
  reserved: (cap, why) => `${cap} n’est pas disponible : ${reserved[why]}.`,
  taken: (cap, action, others) => `${cap} est la touche pour « ${others} ». La donner à « ${action} » ?`,
  letterTaken: (letter, others) => `${letter} y est la lettre pour « ${others} ». Choisissez-en une autre.`,
  noLetter: 'Il faut une lettre de A à Z.',
  swap: 'Échanger les deux',
  take: (other) => `La prendre ; « ${other} » n’a alors plus de touche`,
  keep: 'Laisser tel quel',
  given: (action, cap) => `${cap} : ${action}`,
  reset: (what) => `Comme livré : ${what}`,
  resetAll: 'Tout comme livré',
  resetDone: 'Toutes les touches sont comme livrées',
  remove: 'Oublier ce profil',
  save: 'Enregistrer en fichier',
  load: 'Charger un fichier',
  loaded: (name) => `Les touches du profil « ${name} » sont actives`,
  notLoaded: 'Le fichier n’a pas été chargé :',
  tooMany: (count) => `Il y a déjà ${count} profils, c’est le maximum. Oubliez-en un d’abord.`,
  problem,
  nameOf: (action) => names[action],
};
