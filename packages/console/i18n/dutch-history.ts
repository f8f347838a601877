import { ended } from './dutch-reasons.ts';
import { dutchTimes } from './dutch-times.ts';
import { forms, spoken } from './dutch-words.ts';
import type { history as english } from './english-history.ts';
import { pastCallWords } from './past-call-words.ts';

const counted = (count: number): string =>
  `${forms.count(count)} ${forms.plural(count, 'gesprek', 'gesprekken')}`;
const times = (count: number): string => `${forms.count(count)} keer`;

const { earlier, ...rows } = pastCallWords({
  times: dutchTimes,
  yesterday: 'gisteren',
  unknown: 'Onbekende beller',
  spoken,
  ended,
  answered: 'Aangenomen',
  takenBy: (names) => `Aangenomen door ${names}`,
  putThrough: (to, by) =>
    `Doorverbonden${to === undefined ? '' : ` met ${to}`}${by === undefined ? '' : ` door ${by}`}`,
  refused: 'Niet toegelaten',
  lost: (why, by) => `Gemist: ${why}${by === undefined ? '' : `, nadat ${by} had aangenomen`}`,
  cameBack: 'kwam tussendoor terug',
  waited: (time) => `wachtte ${time}`,
  talked: (time) => `daarna ${time}`,
  before: (count, hasMore) =>
    hasMore ? `Belde al meer dan ${forms.count(count)} keer` : `Belde al ${times(count)}`,
  last: (when, what) => `Laatst ${when}: ${what}`,
});

export const history: typeof english = {
  ...rows,
  title: 'Geschiedenis en terugbellen',
  button: 'Geschiedenis',
  close: 'Sluiten',
  tabs: {
    queues: 'Van de wachtrijen',
    mine: 'Van mij',
    toCallBack: (count) => (count === 0 ? 'Terug te bellen' : `Terug te bellen (${forms.count(count)})`),
  },
  search: 'Naam of nummer',
  queue: 'Wachtrij',
  anyQueue: 'Alle wachtrijen',
  outcome: 'Afloop',
  anyOutcome: 'Elke afloop',
  outcomes: {
    answered: 'Aangenomen',
    putThrough: 'Doorverbonden',
    lost: 'Gemist',
    cameBack: 'Teruggekomen',
  },
  span: 'Wanneer',
  spans: {
    any: 'Altijd',
    today: 'Vandaag',
    yesterday: 'Gisteren',
    week: 'Laatste 7 dagen',
    month: 'Laatste 30 dagen',
    between: 'Van … tot en met …',
  },
  firstDay: 'Van',
  lastDay: 'Tot en met',
  list: 'Gesprekken, nieuwste eerst',
  reading: 'De gesprekken worden gelezen …',
  failed: 'De gesprekken konden niet worden gelezen.',
  again: 'Opnieuw proberen',
  none: { queues: 'Nog geen gesprekken', mine: 'U hebt nog geen gesprek aangenomen' },
  noneHint: {
    queues:
      'Elk gesprek van uw wachtrijen dat voorbij is staat hier, wie het ook aannam, zolang uw organisatie het bewaart.',
    mine: 'Gesprekken die u hebt gevoerd staan hier zodra ze voorbij zijn. Niemand anders ziet deze lijst.',
  },
  noneFits: 'Geen gesprek voldoet',
  noneFitsHint: 'Haal een filter weg, of kijk verder terug.',
  clear: 'Alles tonen',
  lookedBack: (at, now, locality) => `Teruggekeken tot ${rows.when(at, now, locality)}`,
  lookOn: 'Verder terugkijken',
  found: (count, hasMore) => {
    if (hasMore) return `${counted(count)}, en oudere`;
    return count === 0 ? 'Geen gesprekken gevonden' : `${counted(count)} gevonden`;
  },
  actions: {
    call: 'Bellen',
    timeline: 'Tijdlijn',
    keep: 'Als contact bewaren',
    copy: 'Nummer kopiëren',
    find: 'Deze persoon zoeken',
    copied: (number) => `Gekopieerd: ${number}`,
    notCopied: (number) => `De browser stond kopiëren niet toe: ${number}`,
  },
  noNumber: 'De beller gaf geen nummer mee.',
  details: 'Het gekozen gesprek',
  export: {
    button: 'Als bestand opslaan',
    hint: 'Alle gesprekken die voldoen, als tabel (CSV)',
    under: (count) => `${counted(count)} geschreven …`,
    stop: 'Stoppen',
    done: (count) => `Opgeslagen: ${counted(count)}`,
    failed: 'Het bestand kwam niet tot het einde en is niet opgeslagen. Probeer het opnieuw.',
    refused: 'De server geeft dit bestand niet. Meld u opnieuw aan en probeer het nog eens.',
  },
  earlier: {
    ...earlier,
    several: (count) => `${forms.count(count)} contacten hebben dit nummer`,
    first: 'Eerste gesprek dat we kennen',
    show: 'Eerdere gesprekken',
  },
  callBacks: {
    empty: 'Niemand hoeft te worden teruggebeld',
    emptyHint:
      'Bellers aan wie het is beloofd staan hier, en bellers die niemand bereikten: iedereen ziet wie er een op zich neemt, en wie opnieuw belt en wordt geholpen verdwijnt van de lijst.',
    all: (count) => `Alle ${forms.count(count)} terug te bellen`,
    why: ({ why, calls, ended: reason }) =>
      why === 'promised'
        ? 'Beloofd'
        : `Gemist${calls > 1 ? `, ${times(calls)}` : ''}${reason === undefined ? '' : `: ${ended[reason]}`}`,
    tried: (count) => `${times(count)} niet bereikt`,
    call: (who) => `${who} terugbellen`,
    notReached: 'Niet bereikt',
  },
  calling: {
    title: 'Om iemand terug te bellen',
    names: {
      teams: 'Het nummer in Teams openen',
      telephone: 'Het openen waarmee deze computer belt',
      nothing: 'Het tonen: ik kies zelf',
    },
    hint: 'Teams vraagt het eerst. Waarmee deze computer belt staat in zijn eigen instellingen.',
  },
};
