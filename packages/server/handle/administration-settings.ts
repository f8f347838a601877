import type { DestinationInput, DiversionRuleInput } from '@switchboard/contract/admin/queue-diversions';
import type { QueueSettingsPatch } from '@switchboard/contract/admin/queue-settings';
import type { Prompt } from '@switchboard/domain/call/effect';
import { readOpeningHours } from '@switchboard/domain/hours/read-opening-hours';
import { type PersonId, personId, queueId } from '@switchboard/domain/ids';
import { readCallerList } from '@switchboard/domain/queue/caller-lists';
import {
  type Announcement,
  type Destination,
  type DiversionRule,
  divertReasons,
  type QueueSettings,
} from '@switchboard/domain/queue/queue';
import { must } from '@switchboard/kit/assert';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { AdministrationRefusal } from './administration-refusal.ts';
import { clashesOf, type KnownToSettings, problemsOf } from './administration-settings-problems.ts';

/** The settings after a change, or the first thing that is wrong with it. */
export function patchSettings(
  before: QueueSettings,
  patch: QueueSettingsPatch,
  known: KnownToSettings,
): Result<QueueSettings, AdministrationRefusal> {
  const [problem] = problemsOf(patch, known);
  if (problem !== undefined) return refused(problem);
  const after = applied(before, patch, known);
  const [clash] = clashesOf(after, patch);
  return clash === undefined ? ok(after) : refused(clash);
}

/** People whom a change names; they have to be looked up. */
export const peopleNamedBy = ({ diversions }: QueueSettingsPatch): readonly PersonId[] =>
  Object.values(diversions ?? {})
    .map((rule) => rule?.destination)
    .flatMap((destination) => (destination?.to === 'person' ? [personId(destination.personId)] : []));

/** What was looked through before: nothing here can be unknown. */
function applied(before: QueueSettings, patch: QueueSettingsPatch, known: KnownToSettings): QueueSettings {
  const {
    greeting,
    music,
    maxWaiting,
    maxWait,
    diversions,
    hours,
    salutation,
    vip,
    blocked,
    announcement,
    ...plain
  } = patch;
  const promptOf = (soundId: string): Prompt => must(known.shelf.promptOf(soundId), `the sound ${soundId}`);
  return {
    ...withoutUndefined({
      ...before,
      ...withoutUndefined(plain),
      greeting: changed(before.greeting, greeting, promptOf),
      maxWaiting: changed(before.maxWaiting, maxWaiting, same),
      maxWait: changed(before.maxWait, maxWait, same),
      hours: changed(before.hours, hours, (given) => taken(readOpeningHours(given))),
      salutation: changed(before.salutation, salutation, same),
      announcement: changed(
        before.announcement,
        announcement,
        ({ every, positions, waits }): Announcement => ({
          every,
          positions: positions.map(promptOf),
          waits: waits.map(promptOf),
        }),
      ),
    }),
    music: music === undefined ? before.music : promptOf(music),
    vip: vip === undefined ? before.vip : taken(readCallerList('vip', vip)),
    blocked: blocked === undefined ? before.blocked : taken(readCallerList('blocked', blocked)),
    diversions: diversions === undefined ? before.diversions : diverted(before, diversions, known),
  } as QueueSettings;
}

function diverted(
  before: QueueSettings,
  patch: NonNullable<QueueSettingsPatch['diversions']>,
  known: KnownToSettings,
): QueueSettings['diversions'] {
  const rules: {
    -readonly [Reason in keyof QueueSettings['diversions']]: QueueSettings['diversions'][Reason];
  } = {};
  for (const reason of divertReasons) {
    const rule = changed(before.diversions[reason], patch[reason], (given) => ruleFrom(given, known));
    if (rule !== undefined) rules[reason] = rule;
  }
  return rules;
}

const ruleFrom = ({ destination, message }: DiversionRuleInput, known: KnownToSettings): DiversionRule => ({
  destination: destinationFrom(destination, known),
  ...(message === undefined ? {} : { message: must(known.shelf.promptOf(message), `the sound ${message}`) }),
});

function destinationFrom(given: DestinationInput, known: KnownToSettings): Destination {
  if (given.to === 'queue') return { to: 'queue', queueId: queueId(given.queueId) };
  if (given.to !== 'person') return given;
  const person = personId(given.personId);
  return { to: 'person', personId: person, name: must(known.people.get(person), 'the person') };
}

/** Undefined: as it was. Null: nothing. */
function changed<Kept, Given>(
  before: Kept | undefined,
  given: Given | null | undefined,
  read: (given: Given) => Kept,
): Kept | undefined {
  if (given === undefined) return before;
  return given === null ? undefined : read(given);
}

const same = <T>(value: T): T => value;

function taken<T>(read: Result<T, unknown>): T {
  return must(read.ok ? read.value : undefined, 'what was read without a problem before');
}

const withoutUndefined = <T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
