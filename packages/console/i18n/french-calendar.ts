import type { BusyIntervalView, CalendarProblem } from '@switchboard/contract/views/schedule-view';
import type { Instant } from '@switchboard/kit/clock';
import type { DayState } from '../state/day-state.ts';
import type { Locality } from '../state/locality.ts';
import { daysAhead } from './calendar-times.ts';
import type { calendar as english } from './english-calendar.ts';
import { frenchTimes, spokenTime } from './french-times.ts';
import { forms } from './french-words.ts';
import { capital } from './party-names.ts';

const { clockOf, dayOf, momentOf, untilDay } = frenchTimes;

type Clock = (at: Instant, locality: Locality) => string;

/** A date has an article, a day of the week and a time have none: `jusqu’au 3 décembre`, `jusqu’à jeudi`. */
const isDate = (at: Instant, now: Instant, locality: Locality): boolean => {
  const days = daysAhead(at, now, locality);
  return days < 0 || days >= 7;
};

function awayUntil(at: Instant, now: Instant, locality: Locality): string {
  return `${isDate(at, now, locality) ? 'jusqu’au' : 'jusqu’à'} ${untilDay(at, now, locality)}`;
}

function stateIn(state: DayState, now: Instant, locality: Locality, clock: Clock): string {
  switch (state.kind) {
    case 'away':
      return state.back === undefined ? 'absence' : `absence ${awayUntil(state.back, now, locality)}`;
    case 'free':
      return state.until === undefined ? 'libre' : `libre jusqu’à ${clock(state.until, locality)}`;
    case 'busy':
      return `libre dès ${clock(state.until, locality)}`;
    case 'full':
      return 'pas libre aujourd’hui';
    case 'before':
      return `arrive à ${clock(state.from, locality)}`;
    case 'after':
      return `journée finie depuis ${clock(state.since, locality)}`;
    case 'off':
      return 'jour de repos';
  }
}

const problems: Record<CalendarProblem, string> = {
  noRight: 'Vous ne pouvez pas voir ses disponibilités : son calendrier n’est pas partagé avec vous.',
  signIn: 'Reconnectez-vous pour voir les disponibilités : Microsoft le demande.',
  noMailbox: 'Cette personne n’a pas de calendrier dans Microsoft 365.',
  unavailable: 'Microsoft ne donne pas ses disponibilités en ce moment. Nouvelle demande dans une minute.',
};

const briefProblems: Partial<Record<CalendarProblem, string>> = {
  noRight: 'agenda privé',
  noMailbox: 'pas d’agenda',
};

const statuses: Record<BusyIntervalView['status'], string> = {
  free: 'Libre',
  tentative: 'Provisoire',
  busy: 'Occupé',
  outOfOffice: 'Absence',
  elsewhere: 'Travaille ailleurs',
  unknown: 'Pris',
};

export const calendar: typeof english = {
  clock: clockOf,
  brief(state, now, locality) {
    if (state.kind === 'free' && state.until !== undefined)
      return `libre → ${clockOf(state.until, locality)}`;
    if (state.kind === 'away' && state.back !== undefined)
      return `retour ${isDate(state.back, now, locality) ? 'le ' : ''}${untilDay(state.back, now, locality)}`;
    return stateIn(state, now, locality, clockOf);
  },
  spoken: (state, now, locality) => stateIn(state, now, locality, spokenTime),
  written: (state, now, locality) => capital(stateIn(state, now, locality, clockOf)),
  today: 'Aujourd’hui',
  reading: 'Lecture du calendrier …',
  notAsked: 'Le calendrier ne peut pas être lu : pas de connexion.',
  problem: (problem) => problems[problem],
  briefProblem: (problem) => briefProblems[problem],
  busyOnly: 'Son calendrier n’est pas partagé avec vous : voici ce que tout le monde peut voir.',
  coarse: 'Les heures sont à la demi-heure près.',
  nothing: 'Aucun rendez-vous aujourd’hui',
  status: (status) => statuses[status],
  private: 'Privé',
  allDay: 'Toute la journée',
  times: (from, to, locality) => `${clockOf(from, locality)} – ${clockOf(to, locality)}`,
  organiser: (name) => `par ${name}`,
  nextFree: (from, to, now, locality) =>
    `Prochain créneau libre ${momentOf(from, now, locality)} – ${clockOf(to, locality)}`,
  outOfOffice: 'Absence',
  back(at, now, locality) {
    if (daysAhead(at, now, locality) === 0) return `De retour à ${clockOf(at, locality)}`;
    return `De retour ${isDate(at, now, locality) ? 'le ' : ''}${dayOf(at, now, locality)}`;
  },
  message: 'Réponse automatique',
  theirs: (own, theirs) => `${own}, là-bas ${theirs}`,
  theirTime(at, theirs, aheadMinutes) {
    const place = theirs.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? theirs.timeZone;
    const size = Math.abs(aheadMinutes);
    const hours = Math.floor(size / 60);
    const parts = [
      hours === 0 ? '' : `${hours} ${forms.plural(hours, 'heure', 'heures')}`,
      size % 60 === 0 ? '' : `${size % 60} minutes`,
    ].filter((part) => part !== '');
    const way = aheadMinutes < 0 ? 'de moins' : 'de plus';
    return `Là-bas (${place}) il est ${clockOf(at, theirs)}, ${parts.join(' ')} ${way} qu’ici`;
  },
};
