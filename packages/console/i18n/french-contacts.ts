import type {
  contacts as contactsEnglish,
  edit as editEnglish,
  favourites as favouritesEnglish,
  filters as filtersEnglish,
} from './english-people.ts';
import { contactRemedy } from './french-contact-remedies.ts';
import { sources } from './french-people.ts';
import { forms } from './french-words.ts';

const { count } = forms;

export const filters: typeof filtersEnglish = {
  open: 'Filtre',
  title: 'Filtrer les personnes',
  search: 'Filtrer par',
  placeholder: 'Service, site, source …',
  list: 'Par quoi filtrer',
  reading: 'Lecture …',
  failed: 'Les services et les sites n’ont pas pu être lus.',
  none: (text) => `Aucun filtre ne s’appelle « ${text} »`,
  groups: { free: 'Présence', source: 'Source', department: 'Service', place: 'Site' },
  name: (filter) => {
    if (filter.kind === 'free') return 'Libre maintenant';
    return filter.kind === 'source' ? sources[filter.value] : filter.value;
  },
  count,
  hint: 'Entrée choisit, Échap ramène à la recherche.',
  active: 'Filtres',
  remove: (name) => `Retirer le filtre ${name}`,
  removeAll: 'Retirer tous les filtres',
};

export const favourites: typeof favouritesEnglish = {
  favourite: 'Favori',
  add: 'Garder parmi les favoris',
  remove: 'Retirer des favoris',
  menu: 'Groupe et place',
  noGroup: 'Sans groupe',
  newGroup: 'Nouveau groupe …',
  moveUp: 'Monter',
  moveDown: 'Descendre',
  group: 'Groupe',
  title: (name) => `${name} : un nouveau groupe`,
  hint: 'Par exemple « Médecins de garde ». Il devient un titre de vos favoris.',
};

export const edit: typeof editEnglish = {
  title: (name) => `Au sujet de : ${name}`,
  note: 'Note',
  noteHint: 'Tout le standard la voit, avec votre nom.',
  tasks: 'Pour quels sujets s’adresser ici',
  alternateNames: 'Autres noms',
  nicknames: 'Surnoms',
  oneALine: 'Un par ligne',
  save: 'Enregistrer',
  close: 'Fermer',
  discard: 'Jeter ma saisie',
  draft: 'Vous l’avez tapé plus tôt sans l’enregistrer.',
  sending: 'Enregistrement …',
  notSaved: 'Non enregistré. Votre saisie est toujours là.',
  nameMissing: 'Tapez un nom.',
  tooLong: (length) => `Trop long : au plus ${count(length)} caractères.`,
  tooMany: (lines) => `Trop : au plus ${lines} lignes.`,
  lineTooLong: (line, length) => `« ${line}… » est trop long : au plus ${length} caractères par ligne.`,
};

export const contacts: typeof contactsEnglish = {
  open: 'Contacts partagés',
  short: 'Contacts',
  title: 'Contacts partagés',
  lead: 'Des personnes hors de l’annuaire que tout le standard trouve : partenaires, fournisseurs, correspondants habituels.',
  add: 'Ajouter un contact',
  showAll: 'Tous les voir dans la liste',
  import: 'Charger un fichier (CSV)',
  export: 'Enregistrer en fichier (CSV)',
  newTitle: 'Un nouveau contact partagé',
  changeTitle: (name) => `Contact partagé : ${name}`,
  keepCaller: 'Garder comme contact',
  groups: { who: 'Qui', reach: 'Numéros et e-mail', place: 'Adresse', known: 'Connu pour' },
  fields: {
    name: 'Nom',
    givenName: 'Prénom',
    surname: 'Nom de famille',
    organisation: 'Organisation',
    department: 'Service',
    jobTitle: 'Fonction',
    phone: 'Téléphone',
    mobile: 'Mobile',
    otherPhone: 'Autre numéro',
    mail: 'E-mail',
    street: 'Rue',
    postalCode: 'Code postal',
    city: 'Ville',
    country: 'Pays',
    tasks: 'Pour quels sujets s’adresser ici',
    note: 'Note',
  },
  remove: 'Retirer',
  removeSure: (seconds) => `Retirer pour tous ? (${seconds} s)`,
  sending: (name) => `Lecture : ${name} …`,
  taken: (name, added, changed, unchanged) =>
    `${name} : ${count(added)} ${forms.plural(added, 'ajouté', 'ajoutés')}, ${count(changed)} ${forms.plural(changed, 'modifié', 'modifiés')}, ${count(unchanged)} ${forms.plural(unchanged, 'inchangé', 'inchangés')}`,
  nothingTaken: (name, problems) =>
    `Rien n’a été repris de ce fichier (${name}) : ${count(problems)} ${forms.plural(problems, 'problème', 'problèmes')}`,
  row: 'Ligne',
  field: 'Colonne',
  remedy: 'Que faire',
  remedyOf: contactRemedy,
  moreProblems: (number) => `et ${count(number)} de plus`,
  notTaken: (answer) => {
    if (answer.kind === 'unreachable')
      return 'Pas de réponse. Regardez la liste avant de renvoyer le fichier.';
    if (answer.status === 401) return 'Votre session est terminée. Reconnectez-vous.';
    if (answer.status === 413) return 'Le fichier est trop grand. Envoyez-le en plusieurs parties.';
    return `Le serveur n’a pas accepté le fichier (${answer.status}).`;
  },
};
