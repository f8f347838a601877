import type { DirectoryProgress, PersonalContacts } from '@switchboard/contract/feed/directory-progress';
import type { MatchView, PersonView } from '@switchboard/contract/views/person-view';
import type { Line } from '../state/letter-map.ts';
import { forms } from './dutch-words.ts';
import type { details as detailsEnglish, people as peopleEnglish } from './english-people.ts';

const { count } = forms;

export const lineNames: Readonly<Record<Line, string>> = {
  teams: 'Teams',
  phone: 'Telefoon',
  mobile: 'Mobiel',
  voicemail: 'Voicemail',
  otherPhone: 'Ander nummer',
  teamsNumber: 'Teams-nummer',
};

export const sources: Readonly<Record<PersonView['source'], string>> = {
  directory: 'Adreslijst',
  organisation: 'Contact van de organisatie',
  shared: 'Gedeeld contact',
  personal: 'Uw eigen contact',
};

const foundIn: Readonly<Record<MatchView['field'], string>> = {
  name: '',
  givenName: 'voornaam',
  surname: 'achternaam',
  alternateNames: 'ook wel',
  nicknames: 'ook wel',
  department: '',
  jobTitle: '',
  organisation: 'bij',
  office: '',
  city: 'in',
  tasks: 'weet van:',
  mail: 'e-mail',
  phones: '',
};

function directoryNote({ state, read, about, readAt, problem }: DirectoryProgress): string | undefined {
  if (state === 'ready') return undefined;
  if (state === 'filling') {
    const far =
      about === undefined
        ? `${count(read)} personen gelezen`
        : `${count(read)} van ongeveer ${count(about)} personen gelezen`;
    return `De adreslijst wordt gelezen: ${far}. Tot die tijd wordt ook Microsoft gevraagd`;
  }
  const old = readAt === undefined ? '' : ` Wat hier staat is van ${forms.dateTime(readAt)}.`;
  return `De adreslijst kan niet worden gelezen${problem === undefined ? '' : `: ${problem}`}.${old}`;
}

const personalNotes: Readonly<Record<PersonalContacts['state'], (count: number) => string | undefined>> = {
  reading: (number) => `Uw eigen contacten worden gelezen: tot nu toe ${count(number)}`,
  ready: () => undefined,
  noRight: () => 'Uw eigen Outlook-contacten worden niet doorzocht: uw organisatie staat het niet toe',
  signIn: () => 'Uw eigen Outlook-contacten worden niet doorzocht tot u zich opnieuw aanmeldt',
  failing: () => 'Uw eigen Outlook-contacten kunnen nu niet worden gelezen',
};

export const people: typeof peopleEnglish = {
  pane: 'Personen',
  favourites: 'Favorieten',
  search: 'Personen zoeken',
  placeholder: 'Naam, team, nummer, taak …',
  clear: 'Zoekopdracht wissen',
  start: 'Een collega vinden',
  startHint: 'Typ gewoon: een naam, een afdeling, een nummer, waarvoor men bij iemand moet zijn.',
  none: (text) => (text === '' ? 'Niemand past bij deze filters' : `Niemand gevonden voor “${text}”`),
  noneHint: 'Probeer minder letters, een andere spelling of een afdeling.',
  noneHintFilters: 'Haal een filter weg, of probeer minder letters.',
  asking: 'Er wordt gezocht …',
  slow: 'De zoekfunctie antwoordt niet. Typ verder om opnieuw te vragen.',
  offline: 'Geen verbinding: dit zijn de laatste resultaten.',
  total: (total, isCapped) => `${count(total)}${isCapped ? '+' : ''}`,
  placeOf: (place, total) => `${count(place)} van ${total}`,
  found: (total) => `${total} gevonden`,
  far: (shown, total) => `Hier staan er ${count(shown)} van ${total}; typ meer om gerichter te zoeken`,
  directory: directoryNote,
  personal: ({ state, count: number }) => personalNotes[state](number),
  forwarded: {
    merged: undefined,
    failed: 'Microsoft antwoordde niet: er kunnen meer personen zijn dan deze',
    noRight: 'Microsoft mag met uw rechten niet worden gevraagd: alleen al gelezen personen worden gevonden',
  },
  wished: 'Enter is onthouden: die werkt zodra precies deze tekst maar één persoon oplevert',
  queueRow: (name) => `Wachtrij ${name}`,
  queueRowHint: 'De beller in deze wachtrij zetten',
  numberRow: (number) => `Doorverbinden met ${number}`,
  numberRowHint: 'Het nummer zoals u het typte',
  foundIn: (field) => foundIn[field],
  unread: 'Wordt gelezen …',
  inGroup: (title) => `in ${title}`,
  isFavourite: 'favoriet',
  badges: {
    organisation: 'Organisatie',
    shared: 'Gedeeld',
    personal: 'Persoonlijk',
    guest: 'Gast',
    former: 'Niet meer hier',
    forwarded: 'Van Microsoft',
  },
};

export const details: typeof detailsEnglish = {
  pane: 'Gegevens',
  none: 'Niemand gekozen',
  noneHint: (next, go) =>
    `${next} kiest een persoon: wie het is, wanneer die vrij is en wat u kunt doen, staat dan hier. ${go} gaat erheen.`,
  numberHint: 'Een nummer van ons land, of met + en landnummer.',
  lines: lineNames,
  linesTitle: 'Lijn',
  leaveNow: 'Doorverbinden en uitstappen',
  parkFor: 'Parkeren voor deze persoon',
  letters: 'Letters en cijfers werken hier. Esc gaat terug naar zoeken.',
  department: 'Afdeling',
  organisation: 'Organisatie',
  office: 'Kantoor',
  mail: 'E-mail',
  address: 'Adres',
  manager: 'Leidinggevende',
  tasks: 'Weet van',
  alsoCalled: 'Ook wel',
  note: 'Notitie',
  noteBy: (by, at) => `${by === undefined ? '' : `${by}, `}${forms.dateTime(at)}`,
  source: 'Uit',
  sources,
  openManager: (name) => `${name} openen`,
  back: 'Terug naar de lijst',
  dial: (number) => `${number} bellen in Teams`,
  outOfOfficeWords: (message) => (message === undefined ? 'Afwezig' : `Afwezig: “${message}”`),
  statusWords: (message) => `Meldt: “${message}”`,
  worksAt: (place) => `Werkt ${place}`,
  workPlaces: { office: 'op kantoor', remote: 'op afstand', timeOff: 'nu niet: vrij', unspecified: 'in' },
  former: 'Is er niet meer: doorverbinden kan niet.',
  edit: 'Bewerken',
  editHint: 'Notitie, waarvoor men er moet zijn, andere namen',
  changeContact: 'Contact wijzigen',
  noCall: 'Geen gesprek om door te verbinden',
  cannotBeRung: 'Er is geen nummer om op te bellen',
  alreadyRinging: 'Voor deze beller wordt al een collega gebeld',
  notNow: 'Dit gesprek kan nu niet worden doorverbonden',
};
