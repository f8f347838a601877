import { contactRemedy } from './dutch-contact-remedies.ts';
import { sources } from './dutch-people.ts';
import { forms } from './dutch-words.ts';
import type {
  contacts as contactsEnglish,
  edit as editEnglish,
  favourites as favouritesEnglish,
  filters as filtersEnglish,
} from './english-people.ts';

const { count } = forms;

export const filters: typeof filtersEnglish = {
  open: 'Filter',
  title: 'Personen filteren',
  search: 'Filteren op',
  placeholder: 'Afdeling, locatie, bron …',
  list: 'Waarop te filteren is',
  reading: 'Wordt gelezen …',
  failed: 'De afdelingen en locaties konden niet worden gelezen.',
  none: (text) => `Er is geen filter met de naam “${text}”`,
  groups: { free: 'Aanwezigheid', source: 'Bron', department: 'Afdeling', place: 'Locatie' },
  name: (filter) => {
    if (filter.kind === 'free') return 'Nu vrij';
    return filter.kind === 'source' ? sources[filter.value] : filter.value;
  },
  count,
  hint: 'Enter kiest, Esc gaat terug naar zoeken.',
  active: 'Filters',
  remove: (name) => `Filter ${name} weghalen`,
  removeAll: 'Alle filters weghalen',
};

export const favourites: typeof favouritesEnglish = {
  favourite: 'Favoriet',
  add: 'Bij de favorieten zetten',
  remove: 'Uit de favorieten halen',
  menu: 'Groep en plaats',
  noGroup: 'Geen groep',
  newGroup: 'Nieuwe groep …',
  moveUp: 'Omhoog',
  moveDown: 'Omlaag',
  group: 'Groep',
  title: (name) => `${name}: een nieuwe groep`,
  hint: 'Zoals “Dienstdoende artsen”. Het wordt een kop in uw favorieten.',
};

export const edit: typeof editEnglish = {
  title: (name) => `Over ${name}`,
  note: 'Notitie',
  noteHint: 'Alle telefonisten zien die, met uw naam.',
  tasks: 'Waarvoor men er moet zijn',
  alternateNames: 'Andere namen',
  nicknames: 'Roepnamen',
  oneALine: 'Eén per regel',
  save: 'Opslaan',
  close: 'Sluiten',
  discard: 'Weggooien wat ik typte',
  draft: 'U hebt dit eerder getypt en niet opgeslagen.',
  sending: 'Wordt opgeslagen …',
  notSaved: 'Niet opgeslagen. Wat u typte, staat er nog.',
  nameMissing: 'Typ een naam.',
  tooLong: (length) => `Te lang: hoogstens ${count(length)} tekens.`,
  tooMany: (lines) => `Te veel: hoogstens ${lines} regels.`,
  lineTooLong: (line, length) => `“${line}…” is te lang: hoogstens ${length} tekens per regel.`,
};

export const contacts: typeof contactsEnglish = {
  open: 'Gedeelde contacten',
  short: 'Contacten',
  title: 'Gedeelde contacten',
  lead: 'Personen buiten de adreslijst die alle telefonisten vinden: partners, leveranciers, vaste bellers.',
  add: 'Contact toevoegen',
  showAll: 'Alle in de lijst tonen',
  import: 'Bestand inlezen (CSV)',
  export: 'Opslaan als bestand (CSV)',
  newTitle: 'Een nieuw gedeeld contact',
  changeTitle: (name) => `Gedeeld contact: ${name}`,
  keepCaller: 'Bewaren als contact',
  groups: { who: 'Wie', reach: 'Nummers en e-mail', place: 'Adres', known: 'Bekend om' },
  fields: {
    name: 'Naam',
    givenName: 'Voornaam',
    surname: 'Achternaam',
    organisation: 'Organisatie',
    department: 'Afdeling',
    jobTitle: 'Functie',
    phone: 'Telefoon',
    mobile: 'Mobiel',
    otherPhone: 'Ander nummer',
    mail: 'E-mail',
    street: 'Straat',
    postalCode: 'Postcode',
    city: 'Plaats',
    country: 'Land',
    tasks: 'Waarvoor men er moet zijn',
    note: 'Notitie',
  },
  remove: 'Verwijderen',
  removeSure: (seconds) => `Voor iedereen verwijderen? (${seconds} s)`,
  sending: (name) => `${name} wordt ingelezen …`,
  taken: (name, added, changed, unchanged) =>
    `${name}: ${count(added)} toegevoegd, ${count(changed)} gewijzigd, ${count(unchanged)} ongewijzigd`,
  nothingTaken: (name, problems) =>
    `Er is niets uit ${name} overgenomen: ${count(problems)} ${forms.plural(problems, 'probleem', 'problemen')}`,
  row: 'Rij',
  field: 'Kolom',
  remedy: 'Wat te doen',
  remedyOf: contactRemedy,
  moreProblems: (number) => `en nog ${count(number)}`,
  notTaken: (answer) => {
    if (answer.kind === 'unreachable')
      return 'Geen antwoord. Kijk in de lijst voordat u het bestand opnieuw verstuurt.';
    if (answer.status === 401) return 'Uw sessie is voorbij. Meld u opnieuw aan.';
    if (answer.status === 413) return 'Het bestand is te groot. Verstuur het in delen.';
    return `De server nam het bestand niet aan (${answer.status}).`;
  },
};
