import type { QueueView } from '@switchboard/contract/views/queue-view';
import { forms } from './dutch-words.ts';
import type { desk as english } from './english-desk.ts';

const states: Record<QueueView['state'], string> = {
  open: 'Open',
  closed: 'Gesloten',
  emergency: 'Noodgeval',
};

const whys: Record<QueueView['why'], string> = {
  hours: 'volgens de openingstijden',
  holiday: 'feestdag',
  byHand: 'met de hand geschakeld',
  nobodyThere: 'er is niemand',
  emergency: 'met de hand geschakeld',
};

export const desk: typeof english = {
  status: {
    menu: 'Uw status',
    available: 'Beschikbaar',
    break: 'Pauze',
    breakFor: (reason) => `Pauze: ${reason}`,
    offline: 'Offline',
    goOffline: 'Offline gaan',
    wrapUp: (time) => `Nawerk ${time}`,
    readyNow: 'Nu klaar',
    again: 'Weer beschikbaar',
    since: (time) => `al ${time}`,
    takeBreak: 'Pauze nemen',
    reasons: ['Pauze', 'Lunch', 'Overleg', 'Ander werk'],
    ownReason: 'Andere reden',
    ownReasonHint: 'collega’s zien die',
    start: 'Beginnen',
    follows: 'Mijn aanwezigheid in Teams volgen',
  },
  queues: {
    menu: 'Wachtrijen en collega’s',
    title: 'Wachtrijen',
    none: 'U bedient nog geen wachtrij. Een beheerder voegt u toe.',
    state: (queue) => states[queue.state],
    why: (queue) =>
      queue.why === 'holiday' && queue.holiday !== undefined ? queue.holiday : whys[queue.why],
    changes: (queue, now) => {
      if (queue.changesAt === undefined) return undefined;
      return `${queue.state === 'open' ? 'sluit' : 'opent'} ${forms.soon(queue.changesAt, now)}`;
    },
    allOpen: (count) => forms.plural(count, 'Wachtrij open', 'Alle wachtrijen open'),
    notOpen: (name, queue, more) =>
      `${name}: ${states[queue.state].toLowerCase()}${more > 0 ? ` +${more}` : ''}`,
    modes: { auto: 'Volgens tijden', day: 'Dag', night: 'Nacht' },
    answered: 'Ik bedien deze vandaag',
    answeredOf: (name) => `Ik bedien ${name} vandaag`,
    modeOf: (name) => `Schakelaar van ${name}`,
    emergencyOn: 'Noodgeval …',
    emergencySure: (seconds) => `Noodgeval starten? (${seconds} s)`,
    emergencyOff: 'Noodgeval beëindigen',
  },
  colleagues: { title: 'Collega’s', none: 'Niemand anders bedient uw wachtrijen.' },
  callBacks: {
    taken: (name) => `${name} belt terug`,
    take: 'Op mij nemen',
    done: 'Klaar',
    giveBack: 'Teruggeven',
  },
  pad: {
    title: 'Toetsen',
    lead: (who) => `Toetsen voor ${who}. Typ ze, of druk erop.`,
    sent: 'Tot nu toe verstuurd',
    nothing: 'nog niets',
    close: 'Sluiten',
    key: (tone) => ({ '*': 'Sterretje', '#': 'Hekje' })[tone] ?? tone,
  },
};
