import type { BusyIntervalView, CalendarProblem } from '@switchboard/contract/views/schedule-view';
import type { Instant } from '@switchboard/kit/clock';
import type { DayState } from '../state/day-state.ts';
import type { Locality } from '../state/locality.ts';
import { daysAhead } from './calendar-times.ts';
import type { calendar as english } from './english-calendar.ts';
import { germanTimes, spokenTime } from './german-times.ts';
import { forms } from './german-words.ts';
import { capital } from './party-names.ts';

const { clockOf, dayOf, momentOf, untilDay } = germanTimes;

type Clock = (at: Instant, locality: Locality) => string;

function stateIn(state: DayState, now: Instant, locality: Locality, clock: Clock): string {
  switch (state.kind) {
    case 'away':
      return state.back === undefined ? 'abwesend' : `abwesend bis ${untilDay(state.back, now, locality)}`;
    case 'free':
      return state.until === undefined ? 'frei' : `frei bis ${clock(state.until, locality)}`;
    case 'busy':
      return `frei ab ${clock(state.until, locality)}`;
    case 'full':
      return 'heute nicht frei';
    case 'before':
      return `arbeitet ab ${clock(state.from, locality)}`;
    case 'after':
      return `Feierabend seit ${clock(state.since, locality)}`;
    case 'off':
      return 'freier Tag';
  }
}

const problems: Record<CalendarProblem, string> = {
  noRight: 'Sie dürfen nicht sehen, wann diese Person frei ist: Der Kalender ist nicht für Sie freigegeben.',
  signIn: 'Melden Sie sich neu an, um zu sehen, wann andere frei sind: Microsoft verlangt es.',
  noMailbox: 'Diese Person hat keinen Kalender in Microsoft 365.',
  unavailable:
    'Microsoft sagt gerade nicht, wann diese Person frei ist. In einer Minute wird wieder gefragt.',
};

const briefProblems: Partial<Record<CalendarProblem, string>> = {
  noRight: 'Kalender privat',
  noMailbox: 'kein Kalender',
};

const statuses: Record<BusyIntervalView['status'], string> = {
  free: 'Frei',
  tentative: 'Mit Vorbehalt',
  busy: 'Gebucht',
  outOfOffice: 'Abwesend',
  elsewhere: 'Arbeitet anderswo',
  unknown: 'Belegt',
};

export const calendar: typeof english = {
  clock: clockOf,
  brief(state, now, locality) {
    if (state.kind === 'free' && state.until !== undefined) return `frei → ${clockOf(state.until, locality)}`;
    if (state.kind === 'away' && state.back !== undefined)
      return `zurück ${untilDay(state.back, now, locality)}`;
    return stateIn(state, now, locality, clockOf);
  },
  spoken: (state, now, locality) => stateIn(state, now, locality, spokenTime),
  written: (state, now, locality) => capital(stateIn(state, now, locality, clockOf)),
  today: 'Heute',
  reading: 'Der Kalender wird gelesen …',
  notAsked: 'Der Kalender kann nicht gelesen werden: keine Verbindung.',
  problem: (problem) => problems[problem],
  briefProblem: (problem) => briefProblems[problem],
  busyOnly: 'Der Kalender ist nicht für Sie freigegeben: Das hier dürfen alle sehen.',
  coarse: 'Zeiten sind auf die halbe Stunde genau.',
  nothing: 'Heute keine Termine',
  status: (status) => statuses[status],
  private: 'Privat',
  allDay: 'Ganztägig',
  times: (from, to, locality) => `${clockOf(from, locality)} – ${clockOf(to, locality)}`,
  organiser: (name) => `von ${name}`,
  nextFree: (from, to, now, locality) =>
    `Wieder frei ${momentOf(from, now, locality)} – ${clockOf(to, locality)}`,
  outOfOffice: 'Abwesend',
  back(at, now, locality) {
    const days = daysAhead(at, now, locality);
    if (days === 0) return `Zurück um ${clockOf(at, locality)}`;
    return days === 1 ? 'Morgen zurück' : `Zurück am ${dayOf(at, now, locality)}`;
  },
  message: 'Automatische Antwort',
  theirs: (own, theirs) => `${own}, dort ${theirs}`,
  theirTime(at, theirs, aheadMinutes) {
    const place = theirs.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? theirs.timeZone;
    const size = Math.abs(aheadMinutes);
    const hours = Math.floor(size / 60);
    const parts = [
      hours === 0 ? '' : `${hours} ${forms.plural(hours, 'Stunde', 'Stunden')}`,
      size % 60 === 0 ? '' : `${size % 60} Minuten`,
    ].filter((part) => part !== '');
    const way = aheadMinutes < 0 ? 'früher' : 'später';
    return `Dort (${place}) ist es ${clockOf(at, theirs)}, ${parts.join(' ')} ${way} als hier`;
  },
};
