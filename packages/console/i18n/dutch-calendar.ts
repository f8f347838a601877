import type { BusyIntervalView, CalendarProblem } from '@switchboard/contract/views/schedule-view';
import type { Instant } from '@switchboard/kit/clock';
import type { DayState } from '../state/day-state.ts';
import type { Locality } from '../state/locality.ts';
import { daysAhead } from './calendar-times.ts';
import { dutchTimes, spokenTime } from './dutch-times.ts';
import type { calendar as english } from './english-calendar.ts';
import { capital } from './party-names.ts';

const { clockOf, dayOf, momentOf, untilDay } = dutchTimes;

type Clock = (at: Instant, locality: Locality) => string;

function stateIn(state: DayState, now: Instant, locality: Locality, clock: Clock): string {
  switch (state.kind) {
    case 'away':
      return state.back === undefined ? 'afwezig' : `afwezig tot ${untilDay(state.back, now, locality)}`;
    case 'free':
      return state.until === undefined ? 'vrij' : `vrij tot ${clock(state.until, locality)}`;
    case 'busy':
      return `vrij vanaf ${clock(state.until, locality)}`;
    case 'full':
      return 'vandaag niet vrij';
    case 'before':
      return `werkt vanaf ${clock(state.from, locality)}`;
    case 'after':
      return `klaar sinds ${clock(state.since, locality)}`;
    case 'off':
      return 'vrije dag';
  }
}

const problems: Record<CalendarProblem, string> = {
  noRight: 'U mag niet zien wanneer deze persoon vrij is: de agenda wordt niet met u gedeeld.',
  signIn: 'Meld u opnieuw aan om te zien wanneer collega’s vrij zijn: Microsoft vraagt erom.',
  noMailbox: 'Deze persoon heeft geen agenda in Microsoft 365.',
  unavailable:
    'Microsoft zegt nu niet wanneer deze persoon vrij is. Over een minuut wordt het weer gevraagd.',
};

const briefProblems: Partial<Record<CalendarProblem, string>> = {
  noRight: 'agenda privé',
  noMailbox: 'geen agenda',
};

const statuses: Record<BusyIntervalView['status'], string> = {
  free: 'Vrij',
  tentative: 'Voorlopig',
  busy: 'Bezet',
  outOfOffice: 'Afwezig',
  elsewhere: 'Werkt elders',
  unknown: 'Bezet',
};

export const calendar: typeof english = {
  clock: clockOf,
  brief(state, now, locality) {
    if (state.kind === 'free' && state.until !== undefined) return `vrij → ${clockOf(state.until, locality)}`;
    if (state.kind === 'away' && state.back !== undefined)
      return `terug ${untilDay(state.back, now, locality)}`;
    return stateIn(state, now, locality, clockOf);
  },
  spoken: (state, now, locality) => stateIn(state, now, locality, spokenTime),
  written: (state, now, locality) => capital(stateIn(state, now, locality, clockOf)),
  today: 'Vandaag',
  reading: 'De agenda wordt gelezen …',
  notAsked: 'De agenda kan niet worden gelezen: geen verbinding.',
  problem: (problem) => problems[problem],
  briefProblem: (problem) => briefProblems[problem],
  busyOnly: 'De agenda wordt niet met u gedeeld: dit is wat iedereen mag zien.',
  coarse: 'Tijden zijn op het halve uur nauwkeurig.',
  nothing: 'Geen afspraken vandaag',
  status: (status) => statuses[status],
  private: 'Privé',
  allDay: 'Hele dag',
  times: (from, to, locality) => `${clockOf(from, locality)} – ${clockOf(to, locality)}`,
  organiser: (name) => `van ${name}`,
  nextFree: (from, to, now, locality) =>
    `Weer vrij ${momentOf(from, now, locality)} – ${clockOf(to, locality)}`,
  outOfOffice: 'Afwezig',
  back(at, now, locality) {
    const days = daysAhead(at, now, locality);
    if (days === 0) return `Terug om ${clockOf(at, locality)}`;
    return days === 1 ? 'Morgen terug' : `Terug op ${dayOf(at, now, locality)}`;
  },
  message: 'Automatisch antwoord',
  theirs: (own, theirs) => `${own}, daar ${theirs}`,
  theirTime(at, theirs, aheadMinutes) {
    const place = theirs.timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? theirs.timeZone;
    const size = Math.abs(aheadMinutes);
    const hours = Math.floor(size / 60);
    const parts = [hours === 0 ? '' : `${hours} uur`, size % 60 === 0 ? '' : `${size % 60} minuten`];
    const way = aheadMinutes < 0 ? 'vroeger' : 'later';
    return `Daar (${place}) is het ${clockOf(at, theirs)}, ${parts.filter((part) => part !== '').join(' ')} ${way} dan hier`;
  },
};
