import type { QueueView } from '@switchboard/contract/views/queue-view';
import type { desk as english } from './english-desk.ts';
import { forms } from './german-words.ts';

const states: Record<QueueView['state'], string> = {
  open: 'Geöffnet',
  closed: 'Geschlossen',
  emergency: 'Notfall',
};

const whys: Record<QueueView['why'], string> = {
  hours: 'nach den Zeiten',
  holiday: 'Feiertag',
  byHand: 'von Hand geschaltet',
  nobodyThere: 'niemand ist da',
  emergency: 'von Hand geschaltet',
};

export const desk: typeof english = {
  status: {
    menu: 'Ihr Status',
    available: 'Verfügbar',
    break: 'Pause',
    breakFor: (reason) => `Pause: ${reason}`,
    offline: 'Offline',
    goOffline: 'Offline gehen',
    wrapUp: (time) => `Nachbearbeitung ${time}`,
    readyNow: 'Jetzt bereit',
    again: 'Wieder verfügbar',
    since: (time) => `seit ${time}`,
    takeBreak: 'Pause machen',
    reasons: ['Pause', 'Mittagessen', 'Besprechung', 'Andere Arbeit'],
    ownReason: 'Anderer Grund',
    ownReasonHint: 'andere sehen ihn',
    start: 'Beginnen',
    follows: 'Meiner Anwesenheit in Teams folgen',
  },
  queues: {
    menu: 'Warteschlangen und Team',
    title: 'Warteschlangen',
    none: 'Sie bedienen noch keine Warteschlange. Die Administration trägt Sie ein.',
    state: (queue) => states[queue.state],
    why: (queue) =>
      queue.why === 'holiday' && queue.holiday !== undefined ? queue.holiday : whys[queue.why],
    changes: (queue, now) => {
      if (queue.changesAt === undefined) return undefined;
      return `${queue.state === 'open' ? 'schließt' : 'öffnet'} ${forms.soon(queue.changesAt, now)}`;
    },
    allOpen: (count) => forms.plural(count, 'Warteschlange geöffnet', 'Alle geöffnet'),
    notOpen: (name, queue, more) => `${name}: ${stateWithin(queue)}${more > 0 ? ` +${more}` : ''}`,
    modes: { auto: 'Nach Zeiten', day: 'Tag', night: 'Nacht' },
    answered: 'Ich bediene sie heute',
    answeredOf: (name) => `Ich bediene ${name} heute`,
    modeOf: (name) => `Schalter von ${name}`,
    emergencyOn: 'Notfall …',
    emergencySure: (seconds) => `Notfall beginnen? (${seconds} s)`,
    emergencyOff: 'Notfall beenden',
  },
  colleagues: { title: 'Team', none: 'Sonst bedient niemand Ihre Warteschlangen.' },
  callBacks: {
    taken: (name) => `${name} ruft zurück`,
    take: 'Übernehmen',
    done: 'Erledigt',
    giveBack: 'Zurückgeben',
  },
  pad: {
    title: 'Tastenfeld',
    lead: (who) => `Tasten für ${who}. Tippen Sie, oder drücken Sie.`,
    sent: 'Bisher gesendet',
    nothing: 'noch nichts',
    close: 'Schließen',
    key: (tone) => ({ '*': 'Stern', '#': 'Raute' })[tone] ?? tone,
  },
};

/** In the middle of a sentence: a noun keeps its capital. */
function stateWithin({ state }: QueueView): string {
  return state === 'emergency' ? states[state] : states[state].toLowerCase();
}
