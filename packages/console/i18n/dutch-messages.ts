import { ago, forms } from './dutch-words.ts';
import type { messages as english } from './english-messages.ts';

const closedWays: Readonly<Record<string, string>> = {
  noRight: 'Uw organisatie staat dit niet toe. Vraag uw beheerder.',
  signIn: 'Meld u af en weer aan om dit te gebruiken.',
  noAddress: 'Er is geen mailadres bekend.',
  notInTeams: 'Deze persoon heeft hier geen Teams-account.',
  yourself: 'Niemand chat met zichzelf.',
  unavailable: 'Microsoft antwoordt even niet: bij het versturen wordt het geprobeerd.',
};

const failures: Parameters<typeof english.failedTo>[1] extends infer Why extends string
  ? Readonly<Record<Why, string>>
  : never = {
  noRight: 'uw rechten bij Microsoft staan het niet toe',
  signIn: 'meld u af en weer aan, en probeer het dan opnieuw',
  noMailbox: 'uw account heeft geen postvak, of geen Teams',
  recipientUnknown: 'Microsoft kent de ontvanger niet',
  refused: 'Microsoft nam het niet aan',
  unavailable: 'Microsoft was een half uur niet bereikbaar',
};

export const messages: typeof english = {
  message: 'Bericht',
  messageHint: 'Schrijven per mail of in Teams',
  aboutCall: 'Een bericht over dit gesprek schrijven',
  title: (name) => `Bericht aan ${name}`,
  close: 'Sluiten; wat u typte, blijft bewaard',
  reading: 'Er wordt gekeken hoe deze persoon bereikbaar is …',
  readFailed: 'Hoe deze persoon bereikbaar is, is even niet bekend.',
  again: 'Opnieuw vragen',
  way: 'Versturen als',
  ways: { mail: 'Mail', chat: 'Teams-chat' },
  closed: (state) => closedWays[state],
  noWayOpen: 'Mail noch Teams komt daar nu aan: de redenen staan hierboven.',
  about: 'Over',
  noCall: 'Geen gesprek',
  callOf: (caller, at) => `${caller ?? 'Onbekende beller'}, ${forms.soon(at, at)}`,
  template: 'Sjabloon',
  language: 'Taal',
  said: 'Wat er gezegd is',
  saidHint: 'Komt in het bericht zoals u het typt',
  notes: 'De beller',
  note: {
    callBack: 'wil teruggebeld worden',
    callsAgain: 'belt zelf terug',
    urgent: 'zegt dat het dringend is',
  },
  preview: 'Zo wordt het verstuurd',
  to: 'Aan',
  subject: 'Onderwerp',
  send: 'Versturen',
  sending: 'Wordt verstuurd …',
  draft: 'Dit typte u eerder en verstuurde u niet.',
  discard: 'Opnieuw beginnen',
  nothingSaid: 'Schrijf eerst wat er gezegd is.',
  tooLong: (over) => `${over} ${forms.plural(over, 'teken', 'tekens')} te veel.`,
  notTaken:
    'Nog niet verstuurd: niemand weet of de server het heeft. Wat u typte, is bewaard; verstuur het opnieuw.',
  chooseFirst: 'Kies eerst de collega: typ een naam, en schrijf dan',
  given: (name) => `Bericht aan ${name}: onderweg`,
  sentTo: (name) => `Bericht aan ${name} verstuurd`,
  failedTo: (name, why) => `Het bericht aan ${name} is niet verstuurd: ${failures[why]}.`,
  doubtfulTo: (name) =>
    `Niemand weet of het bericht aan ${name} verstuurd is: het antwoord van Microsoft ging verloren.`,
  list: 'Berichten',
  listHint: (open, sent, away) =>
    open > 0
      ? `${open} niet verstuurd`
      : [...(sent > 0 ? [`${sent} verstuurd`] : []), ...(away > 0 ? [`${away} weggelegd`] : [])].join(', '),
  by: { mail: 'per mail', chat: 'via Teams' },
  state: ({ state, why, tries }) => {
    switch (state) {
      case 'waiting':
        return tries === 0
          ? 'Wacht op versturen'
          : 'Wacht: Microsoft vroeg om geduld; het wordt opnieuw geprobeerd';
      case 'sending':
        return 'Onderweg';
      case 'sent':
        return 'Verstuurd';
      case 'failed':
        return `Niet verstuurd: ${why === undefined ? 'niemand weet waarom' : failures[why]}`;
      case 'doubtful':
        return 'Misschien verstuurd: het antwoord van Microsoft ging verloren. Kijk bij uw verzonden berichten';
      case 'withdrawn':
        return 'Weggelegd: er gebeurt niets meer mee';
    }
  },
  since: ago,
  steps: {
    tryAgain: 'Opnieuw proberen',
    sendAgain: 'Opnieuw versturen',
    withdraw: 'Niet versturen',
    writeAgain: 'Opnieuw openen',
    readText: 'Tekst tonen',
  },
  stepHints: {
    tryAgain: undefined,
    sendAgain: 'Het komt misschien twee keer aan',
    writeAgain: 'Opent het zoals u het schreef, om als nieuw bericht te versturen',
    withdraw: undefined,
    readText: undefined,
  },
  letBe: 'Zo laten',
  openedAgain: (name, hasDraft) =>
    `Het bericht aan ${name} staat weer open, zoals u het schreef${hasDraft ? '. Wat u daarnaast aan deze persoon schrijft, blijft bewaard' : ''}`,
  newInstead: {
    failed: 'Dit schreef u eerder, en het is niet verstuurd. Als u het verstuurt, wordt het oude weggelegd.',
    doubtful: 'Dit schreef u eerder, en het is misschien verstuurd: het komt misschien twee keer aan.',
    withdrawn: 'Dit schreef u eerder, en legde u weg.',
    sent: 'Dit schreef u eerder, en het is toch verstuurd. Als u het verstuurt, wordt het er nog een.',
  },
  discardAgain: 'Zoals het was',
  putAway: (name) => `Bericht aan ${name}: weggelegd`,
};
