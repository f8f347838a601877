import type { messages as english } from './english-messages.ts';
import { ago, forms } from './german-words.ts';

const closedWays: Readonly<Record<string, string>> = {
  noRight: 'Ihre Organisation erlaubt das nicht. Fragen Sie Ihre Administration.',
  signIn: 'Melden Sie sich ab und wieder an, um das zu nutzen.',
  noAddress: 'Es ist keine E-Mail-Adresse bekannt.',
  notInTeams: 'Diese Person hat hier kein Teams-Konto.',
  yourself: 'Niemand chattet mit sich selbst.',
  unavailable: 'Microsoft antwortet gerade nicht: Beim Senden wird es versucht.',
};

const failures: Parameters<typeof english.failedTo>[1] extends infer Why extends string
  ? Readonly<Record<Why, string>>
  : never = {
  noRight: 'Ihre Rechte bei Microsoft erlauben es nicht',
  signIn: 'melden Sie sich ab und wieder an, dann versuchen Sie es noch einmal',
  noMailbox: 'Ihr Konto hat kein Postfach oder kein Teams',
  recipientUnknown: 'Microsoft kennt die Person nicht',
  refused: 'Microsoft hat sie nicht angenommen',
  unavailable: 'Microsoft war eine halbe Stunde lang nicht erreichbar',
};

export const messages: typeof english = {
  message: 'Nachricht',
  messageHint: 'Per E-Mail oder in Teams schreiben',
  aboutCall: 'Eine Nachricht zu diesem Gespräch schreiben',
  title: (name) => `Nachricht an ${name}`,
  close: 'Schließen; was Sie getippt haben, bleibt erhalten',
  reading: 'Es wird nachgesehen, wie die Person erreichbar ist …',
  readFailed: 'Wie die Person erreichbar ist, ist gerade nicht bekannt.',
  again: 'Noch einmal fragen',
  way: 'Senden als',
  ways: { mail: 'E-Mail', chat: 'Teams-Chat' },
  closed: (state) => closedWays[state],
  noWayOpen: 'Weder E-Mail noch Teams führen jetzt dorthin: Die Gründe stehen oben.',
  about: 'Zu',
  noCall: 'Kein Gespräch',
  callOf: (caller, at) => `${caller ?? 'Unbekannter Anrufer'}, ${forms.soon(at, at)}`,
  template: 'Vorlage',
  language: 'Sprache',
  said: 'Was gesagt wurde',
  saidHint: 'Kommt so in die Nachricht, wie Sie es tippen',
  notes: 'Wer anruft',
  note: {
    callBack: 'bittet um Rückruf',
    callsAgain: 'ruft wieder an',
    urgent: 'sagt, dass es dringend ist',
  },
  preview: 'So wird sie gesendet',
  to: 'An',
  subject: 'Betreff',
  send: 'Senden',
  sending: 'Wird gesendet …',
  draft: 'Das haben Sie früher getippt und nicht gesendet.',
  discard: 'Neu beginnen',
  nothingSaid: 'Schreiben Sie zuerst, was gesagt wurde.',
  tooLong: (over) => `${over} Zeichen zu viel.`,
  notTaken:
    'Noch nicht gesendet: Niemand weiß, ob der Server sie hat. Was Sie getippt haben, ist erhalten; senden Sie es noch einmal.',
  chooseFirst: 'Wählen Sie zuerst, an wen: Tippen Sie einen Namen, dann schreiben Sie',
  given: (name) => `Nachricht an ${name}: unterwegs`,
  sentTo: (name) => `Nachricht an ${name} gesendet`,
  failedTo: (name, why) => `Die Nachricht an ${name} wurde nicht gesendet: ${failures[why]}.`,
  doubtfulTo: (name) =>
    `Niemand weiß, ob die Nachricht an ${name} gesendet wurde: Die Antwort von Microsoft ging verloren.`,
  list: 'Nachrichten',
  listHint: (open, sent, away) =>
    open > 0
      ? `${open} nicht gesendet`
      : [...(sent > 0 ? [`${sent} gesendet`] : []), ...(away > 0 ? [`${away} abgelegt`] : [])].join(', '),
  by: { mail: 'per E-Mail', chat: 'über Teams' },
  state: ({ state, why, tries }) => {
    switch (state) {
      case 'waiting':
        return tries === 0
          ? 'Wartet auf das Senden'
          : 'Wartet: Microsoft bat um Geduld; es wird wieder versucht';
      case 'sending':
        return 'Unterwegs';
      case 'sent':
        return 'Gesendet';
      case 'failed':
        return `Nicht gesendet: ${why === undefined ? 'niemand weiß, warum' : failures[why]}`;
      case 'doubtful':
        return 'Vielleicht gesendet: Die Antwort von Microsoft ging verloren. Sehen Sie in Ihren gesendeten Nachrichten nach';
      case 'withdrawn':
        return 'Abgelegt: Damit geschieht nichts mehr';
    }
  },
  since: ago,
  steps: {
    tryAgain: 'Noch einmal versuchen',
    sendAgain: 'Noch einmal senden',
    withdraw: 'Nicht senden',
    writeAgain: 'Wieder öffnen',
    readText: 'Text zeigen',
  },
  stepHints: {
    tryAgain: undefined,
    sendAgain: 'Sie kommt vielleicht zweimal an',
    writeAgain: 'Öffnet sie, wie Sie sie geschrieben haben, um sie als neue Nachricht zu senden',
    withdraw: undefined,
    readText: undefined,
  },
  letBe: 'So lassen',
  openedAgain: (name, hasDraft) =>
    `Die Nachricht an ${name} ist wieder offen, wie Sie sie geschrieben haben${hasDraft ? '. Was Sie daneben an diese Person schreiben, bleibt erhalten' : ''}`,
  newInstead: {
    failed:
      'Das haben Sie früher geschrieben, und es wurde nicht gesendet. Wenn Sie es senden, wird die alte Nachricht abgelegt.',
    doubtful:
      'Das haben Sie früher geschrieben, und es wurde vielleicht gesendet: Es kommt vielleicht zweimal an.',
    withdrawn: 'Das haben Sie früher geschrieben und abgelegt.',
    sent: 'Das haben Sie früher geschrieben, und es wurde doch gesendet. Wenn Sie es senden, wird es noch eine Nachricht.',
  },
  discardAgain: 'Wie sie war',
  putAway: (name) => `Nachricht an ${name}: abgelegt`,
};
