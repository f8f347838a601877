import type { history as english } from './english-history.ts';
import { ended } from './german-reasons.ts';
import { germanTimes } from './german-times.ts';
import { forms, spoken } from './german-words.ts';
import { pastCallWords } from './past-call-words.ts';

const counted = (count: number): string => `${forms.count(count)} ${forms.plural(count, 'Anruf', 'Anrufe')}`;
const times = (count: number): string => `${forms.count(count)}-mal`;

const { earlier, ...rows } = pastCallWords({
  times: germanTimes,
  yesterday: 'gestern',
  unknown: 'Unbekannter Anrufer',
  spoken,
  ended,
  answered: 'Angenommen',
  takenBy: (names) => `Angenommen von ${names}`,
  putThrough: (to, by) =>
    `Verbunden${to === undefined ? '' : ` mit ${to}`}${by === undefined ? '' : ` von ${by}`}`,
  refused: 'Nicht zugelassen',
  lost: (why, by) => `Verpasst: ${why}${by === undefined ? '' : `, nachdem ${by} angenommen hatte`}`,
  cameBack: 'kam zwischendurch zurück',
  waited: (time) => `wartete ${time}`,
  talked: (time) => `danach ${time}`,
  before: (count, hasMore) =>
    hasMore ? `Hat schon mehr als ${times(count)} angerufen` : `Hat schon ${times(count)} angerufen`,
  last: (when, what) => `Zuletzt ${when}: ${what}`,
});

export const history: typeof english = {
  ...rows,
  title: 'Verlauf und Rückrufe',
  button: 'Verlauf',
  close: 'Schließen',
  tabs: {
    queues: 'Der Warteschlangen',
    mine: 'Meine',
    toCallBack: (count) => (count === 0 ? 'Zurückzurufen' : `Zurückzurufen (${forms.count(count)})`),
  },
  search: 'Name oder Nummer',
  queue: 'Warteschlange',
  anyQueue: 'Alle Warteschlangen',
  outcome: 'Ausgang',
  anyOutcome: 'Jeder Ausgang',
  outcomes: {
    answered: 'Angenommen',
    putThrough: 'Verbunden',
    lost: 'Verpasst',
    cameBack: 'Zurückgekommen',
  },
  span: 'Wann',
  spans: {
    any: 'Jederzeit',
    today: 'Heute',
    yesterday: 'Gestern',
    week: 'Letzte 7 Tage',
    month: 'Letzte 30 Tage',
    between: 'Von … bis …',
  },
  firstDay: 'Von',
  lastDay: 'Bis',
  list: 'Anrufe, die neuesten zuerst',
  reading: 'Die Anrufe werden gelesen …',
  failed: 'Die Anrufe konnten nicht gelesen werden.',
  again: 'Noch einmal versuchen',
  none: { queues: 'Noch keine Anrufe', mine: 'Sie haben noch keinen Anruf angenommen' },
  noneHint: {
    queues:
      'Jeder Anruf Ihrer Warteschlangen, der vorbei ist, steht hier, wer auch immer ihn annahm, solange Ihre Organisation ihn aufbewahrt.',
    mine: 'Anrufe, in denen Sie gesprochen haben, stehen hier, sobald sie vorbei sind. Niemand sonst sieht diese Liste.',
  },
  noneFits: 'Kein Anruf passt',
  noneFitsHint: 'Nehmen Sie einen Filter weg, oder sehen Sie weiter zurück.',
  clear: 'Alle zeigen',
  lookedBack: (at, now, locality) => `Zurückgesehen bis ${rows.when(at, now, locality)}`,
  lookOn: 'Weiter zurücksehen',
  found: (count, hasMore) => {
    if (hasMore) return `${counted(count)}, und ältere`;
    return count === 0 ? 'Keine Anrufe gefunden' : `${counted(count)} gefunden`;
  },
  actions: {
    call: 'Anrufen',
    timeline: 'Ablauf des Anrufs',
    keep: 'Als Kontakt speichern',
    copy: 'Nummer kopieren',
    find: 'Diese Person suchen',
    copied: (number) => `Kopiert: ${number}`,
    notCopied: (number) => `Der Browser ließ es nicht kopieren: ${number}`,
  },
  noNumber: 'Der Anrufer zeigt keine Nummer.',
  details: 'Der gewählte Anruf',
  export: {
    button: 'Als Datei speichern',
    hint: 'Alle Anrufe, die passen, als Tabelle (CSV)',
    under: (count) => `${counted(count)} geschrieben …`,
    stop: 'Anhalten',
    done: (count) => `Gespeichert: ${counted(count)}`,
    failed: 'Die Datei kam nicht bis zum Ende und ist nicht gespeichert. Versuchen Sie es noch einmal.',
    refused: 'Der Server gibt diese Datei nicht. Melden Sie sich neu an und versuchen Sie es noch einmal.',
  },
  earlier: {
    ...earlier,
    several: (count) => `${forms.count(count)} Kontakte haben diese Nummer`,
    first: 'Der erste Anruf, von dem wir wissen',
    show: 'Frühere Anrufe',
  },
  callBacks: {
    empty: 'Niemand ist zurückzurufen',
    emptyHint:
      'Hier stehen Anrufer, denen es versprochen wurde, und solche, die niemanden erreicht haben: Alle sehen, wer einen übernimmt, und wer noch einmal anruft und drankommt, verschwindet von der Liste.',
    all: (count) => `Alle ${forms.count(count)} Rückrufe`,
    why: ({ why, calls, ended: reason }) =>
      why === 'promised'
        ? 'Versprochen'
        : `Verpasst${calls > 1 ? `, ${times(calls)}` : ''}${reason === undefined ? '' : `: ${ended[reason]}`}`,
    tried: (count) => `${times(count)} nicht erreicht`,
    call: (who) => `${who} zurückrufen`,
    notReached: 'Nicht erreicht',
  },
  calling: {
    title: 'Um jemanden zurückzurufen',
    names: {
      teams: 'Die Nummer in Teams öffnen',
      telephone: 'Sie damit öffnen, womit dieser Computer telefoniert',
      nothing: 'Sie zeigen: Ich wähle selbst',
    },
    hint: 'Teams fragt, bevor es anruft. Womit dieser Computer telefoniert, steht in seinen eigenen Einstellungen.',
  },
};
