import type { DirectoryProgress, PersonalContacts } from '@switchboard/contract/feed/directory-progress';
import type { MatchView, PersonView } from '@switchboard/contract/views/person-view';
import type { Line } from '../state/letter-map.ts';
import type { details as detailsEnglish, people as peopleEnglish } from './english-people.ts';
import { forms } from './french-words.ts';

const { count } = forms;

export const lineNames: Readonly<Record<Line, string>> = {
  teams: 'Teams',
  phone: 'Téléphone',
  mobile: 'Mobile',
  voicemail: 'Messagerie',
  otherPhone: 'Autre numéro',
  teamsNumber: 'Numéro Teams',
};

export const sources: Readonly<Record<PersonView['source'], string>> = {
  directory: 'Annuaire',
  organisation: 'Contact de l’organisation',
  shared: 'Contact partagé',
  personal: 'Votre contact personnel',
};

const foundIn: Readonly<Record<MatchView['field'], string>> = {
  name: '',
  givenName: 'prénom',
  surname: 'nom',
  alternateNames: 'aussi',
  nicknames: 'aussi',
  department: '',
  jobTitle: '',
  organisation: 'chez',
  office: '',
  city: 'à',
  tasks: 'connaît :',
  mail: 'e-mail',
  phones: '',
};

function directoryNote({ state, read, about, readAt, problem }: DirectoryProgress): string | undefined {
  if (state === 'ready') return undefined;
  if (state === 'filling') {
    const people = forms.plural(read, 'personne lue', 'personnes lues');
    const far =
      about === undefined
        ? `${count(read)} ${people}`
        : `${count(read)} ${people} sur environ ${count(about)}`;
    return `Lecture de l’annuaire : ${far}. D’ici là, Microsoft est interrogé aussi`;
  }
  const old = readAt === undefined ? '' : ` Ce qui est ici date du ${forms.dateTime(readAt)}.`;
  return `L’annuaire ne peut pas être lu${problem === undefined ? '' : ` : ${problem}`}.${old}`;
}

const personalNotes: Readonly<Record<PersonalContacts['state'], (count: number) => string | undefined>> = {
  reading: (number) => `Lecture de vos contacts personnels : ${count(number)} jusqu’ici`,
  ready: () => undefined,
  noRight: () => 'Vos contacts Outlook ne sont pas parcourus : votre organisation ne l’a pas autorisé',
  signIn: () => 'Vos contacts Outlook ne sont pas parcourus avant une nouvelle connexion',
  failing: () => 'Vos contacts Outlook ne peuvent pas être lus en ce moment',
};

export const people: typeof peopleEnglish = {
  pane: 'Personnes',
  favourites: 'Favoris',
  search: 'Rechercher des personnes',
  placeholder: 'Nom, équipe, numéro, tâche …',
  clear: 'Effacer la recherche',
  start: 'Trouver quelqu’un',
  startHint: 'Tapez simplement : un nom, un service, un numéro, un sujet.',
  none: (text) => (text === '' ? 'Personne ne répond à ces filtres' : `Personne trouvé pour « ${text} »`),
  noneHint: 'Essayez moins de lettres, une autre orthographe ou un service.',
  noneHintFilters: 'Retirez un filtre, ou essayez moins de lettres.',
  asking: 'Recherche …',
  slow: 'La recherche ne répond pas. Continuez à taper pour redemander.',
  offline: 'Pas de connexion : voici les derniers résultats.',
  total: (total, isCapped) => `${count(total)}${isCapped ? '+' : ''}`,
  placeOf: (place, total) => `${count(place)} sur ${total}`,
  found: (total) => `Résultats : ${total}`,
  far: (shown, total) => `${count(shown)} sur ${total} figurent ici ; tapez davantage pour préciser`,
  directory: directoryNote,
  personal: ({ state, count: number }) => personalNotes[state](number),
  forwarded: {
    merged: undefined,
    failed: 'Microsoft n’a pas répondu : il peut y avoir d’autres personnes',
    noRight:
      'Vos droits ne permettent pas d’interroger Microsoft : seules les personnes déjà lues sont trouvées',
  },
  wished: 'Entrée est retenue : elle agira dès que ce texte précis ne trouvera qu’une personne',
  queueRow: (name) => `File ${name}`,
  queueRowHint: 'Placer le correspondant dans cette file',
  numberRow: (number) => `Transférer au ${number}`,
  numberRowHint: 'Le numéro tel que vous l’avez tapé',
  foundIn: (field) => foundIn[field],
  unread: 'Lecture …',
  inGroup: (title) => `dans ${title}`,
  isFavourite: 'favori',
  badges: {
    organisation: 'Organisation',
    shared: 'Partagé',
    personal: 'Personnel',
    guest: 'Invité',
    former: 'N’est plus ici',
    forwarded: 'De Microsoft',
  },
};

export const details: typeof detailsEnglish = {
  pane: 'Fiche',
  none: 'Aucune personne choisie',
  noneHint: (next, go) =>
    `${next} choisit une personne : qui elle est, quand elle est libre et ce que vous pouvez faire s’affichent ici. ${go} y mène.`,
  numberHint: 'Un numéro de notre pays, ou avec + et l’indicatif du pays.',
  lines: lineNames,
  linesTitle: 'Ligne',
  leaveNow: 'Transférer et quitter',
  parkFor: 'Parquer pour cette personne',
  letters: 'Lettres et chiffres agissent ici. Échap ramène à la recherche.',
  department: 'Service',
  organisation: 'Organisation',
  office: 'Bureau',
  mail: 'E-mail',
  address: 'Adresse',
  manager: 'Responsable',
  tasks: 'Connaît',
  alsoCalled: 'Aussi appelé',
  note: 'Note',
  noteBy: (by, at) => `${by === undefined ? '' : `${by}, `}${forms.dateTime(at)}`,
  source: 'Source',
  sources,
  openManager: (name) => `Ouvrir ${name}`,
  back: 'Retour à la liste',
  dial: (number) => `Composer ${number} dans Teams`,
  outOfOfficeWords: (message) => (message === undefined ? 'Absence' : `Absence : « ${message} »`),
  statusWords: (message) => `Indique : « ${message} »`,
  worksAt: (place) => `Travaille ${place}`,
  workPlaces: {
    office: 'au bureau',
    remote: 'à distance',
    timeOff: 'à un autre moment : congé',
    unspecified: 'ici :',
  },
  former: 'N’est plus là : aucun transfert possible.',
  edit: 'Modifier',
  editHint: 'Note, sujets, autres noms',
  changeContact: 'Modifier le contact',
  noCall: 'Aucun appel à transférer',
  cannotBeRung: 'Aucun numéro où appeler',
  alreadyRinging: 'On appelle déjà quelqu’un pour ce correspondant',
  notNow: 'Cet appel ne peut pas être transféré maintenant',
};
