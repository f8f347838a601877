import type { EndReason } from '@switchboard/contract/views/call-view';
import type { PastCallView } from '@switchboard/contract/views/past-call-view';
import type { PersonView } from '@switchboard/contract/views/person-view';
import type { KnownCaller } from '../state/history/caller-book.ts';
import type { Locality } from '../state/locality.ts';
import { type CalendarTimes, daysAhead } from './calendar-times.ts';

/** What a language says of a call that is over. */
export interface PastCallForms {
  readonly times: CalendarTimes;
  readonly yesterday: string;
  readonly unknown: string;
  /** `1 minute 12 seconds` */
  readonly spoken: (milliseconds: number) => string;
  readonly ended: Readonly<Record<EndReason, string>>;
  readonly answered: string;
  readonly takenBy: (names: string) => string;
  /** Each of both may not be known. */
  readonly putThrough: (to: string | undefined, by: string | undefined) => string;
  readonly refused: string;
  readonly lost: (why: string, by: string | undefined) => string;
  readonly cameBack: string;
  readonly waited: (time: string) => string;
  readonly talked: (time: string) => string;
  /** How often somebody has called before; more than that, if there are more. */
  readonly before: (count: number, hasMore: boolean) => string;
  readonly last: (when: string, what: string) => string;
}

/** The sentences about calls that are over, the same in every language but for its words. */
export function pastCallWords(forms: PastCallForms) {
  const { times, spoken } = forms;
  const day = (at: number, now: number, locality: Locality): string =>
    daysAhead(at, now, locality) === -1 ? forms.yesterday : times.dayOf(at, now, locality);
  const when = (at: number, now: number, locality: Locality): string =>
    `${day(at, now, locality)} ${times.clockOf(at, locality)}`;
  const caller = ({ caller: { name, number } }: Pick<PastCallView, 'caller'>): string =>
    name ?? number ?? forms.unknown;
  const queueOf = ({ queue, queueId }: PastCallView): string => queue ?? queueId;

  function cameTo({ outcome, target, takenBy, ended }: PastCallView): string {
    const by = takenBy.length === 0 ? undefined : takenBy.join(', ');
    if (outcome === 'putThrough') return forms.putThrough(target?.name ?? target?.number, by);
    if (outcome === 'answered') return by === undefined ? forms.answered : forms.takenBy(by);
    return outcome === 'refused' ? forms.refused : forms.lost(forms.ended[ended], by);
  }

  function lengths({ arrivedAt, answeredAt, endedAt, outcome }: PastCallView): string {
    const waited = forms.waited(spoken((answeredAt ?? endedAt) - arrivedAt));
    const hasTalked = answeredAt !== undefined && outcome === 'answered';
    return hasTalked ? `${waited}, ${forms.talked(spoken(endedAt - answeredAt))}` : waited;
  }

  const last = (call: PastCallView, now: number, locality: Locality): string =>
    forms.last(when(call.arrivedAt, now, locality), cameTo(call));

  /** What is worth hearing while it rings; undefined: nobody knows this caller. */
  function said(
    { people, calls, hasMore }: KnownCaller,
    now: number,
    locality: Locality,
  ): string | undefined {
    const [person, ...others] = people;
    const [newest] = calls;
    const known = person === undefined || others.length > 0 ? [] : [who(person)];
    const earlier =
      newest === undefined ? [] : [forms.before(calls.length, hasMore), last(newest, now, locality)];
    return known.length + earlier.length === 0 ? undefined : [...known, ...earlier].join('. ');
  }

  /** A row in one sentence. */
  const sentence = (call: PastCallView, now: number, locality: Locality): string =>
    [
      caller(call),
      ...(call.caller.name === undefined || call.caller.number === undefined ? [] : [call.caller.number]),
      when(call.arrivedAt, now, locality),
      queueOf(call),
      cameTo(call),
      ...(call.cameBack ? [forms.cameBack] : []),
      lengths(call),
    ].join(', ');

  return {
    when,
    day,
    clock: times.clockOf,
    caller,
    queueOf,
    cameTo,
    cameBack: forms.cameBack,
    lengths,
    sentence,
    earlier: { who, some: forms.before, last, said },
  };
}

const who = ({ name, organisation, department, jobTitle }: PersonView): string =>
  [name, ...[organisation, department, jobTitle].filter((part) => part !== undefined && part !== '')].join(
    ', ',
  );
