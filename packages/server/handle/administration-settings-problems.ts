import type { DiversionReason, DiversionRuleInput } from '@switchboard/contract/admin/queue-diversions';
import type { QueueSettingsPatch } from '@switchboard/contract/admin/queue-settings';
import type { FieldProblem } from '@switchboard/domain/hours/field-problem';
import { readOpeningHours } from '@switchboard/domain/hours/read-opening-hours';
import { type PersonId, personId, type QueueId } from '@switchboard/domain/ids';
import { readCallerList } from '@switchboard/domain/queue/caller-lists';
import { divertReasons, type Queue, type QueueSettings } from '@switchboard/domain/queue/queue';
import type { Result } from '@switchboard/kit/result';
import type { AdministrationRefusal } from './administration-refusal.ts';
import type { SoundShelf } from './administration-shelf.ts';

/** What settings may name. */
export interface KnownToSettings {
  /** The queue that is changed. */
  readonly queueId: QueueId;
  readonly queues: readonly Queue[];
  readonly shelf: SoundShelf;
  /** Names of the people whom the patch names, as far as the directory has them. */
  readonly people: ReadonlyMap<PersonId, string>;
}

type Problems = Generator<AdministrationRefusal, void>;

/** What is wrong with a change by itself, field by field. */
export function* problemsOf(patch: QueueSettingsPatch, known: KnownToSettings): Problems {
  yield* soundProblems('settings.greeting', patch.greeting, known);
  yield* soundProblems('settings.music', patch.music, known);
  if (patch.hours !== undefined && patch.hours !== null) {
    yield* fieldProblems(readOpeningHours(patch.hours), 'settings.hours');
  }
  if (patch.vip !== undefined) yield* fieldProblems(readCallerList('vip', patch.vip), 'settings');
  if (patch.blocked !== undefined) yield* fieldProblems(readCallerList('blocked', patch.blocked), 'settings');
  for (const reason of divertReasons) {
    const rule = patch.diversions?.[reason];
    if (rule !== undefined && rule !== null) yield* ruleProblems(reason, rule, known);
  }
  yield* announcementProblems(patch.announcement, known);
}

function* fieldProblems(read: Result<unknown, FieldProblem>, above: string): Problems {
  if (read.ok) return;
  const { field, problem, remedy } = read.refusal;
  const path = field === '' ? above : `${above}.${field}`;
  yield { code: 'malformed', field: path, message: `${path} is not valid: ${problem}`, remedy };
}

function* soundProblems(
  field: string,
  soundId: string | null | undefined,
  { shelf }: KnownToSettings,
): Problems {
  if (soundId === undefined || soundId === null || shelf.promptOf(soundId) !== undefined) return;
  yield {
    code: 'soundUnknown',
    field,
    message: `This tenant has no sound ${JSON.stringify(soundId)}`,
    remedy: `upload it first, or name one that comes with the product: ${[...shelf.shipped.keys()].join(', ')}`,
  };
}

function* ruleProblems(reason: DiversionReason, rule: DiversionRuleInput, known: KnownToSettings): Problems {
  const field = `settings.diversions.${reason}`;
  const { destination, message } = rule;
  yield* soundProblems(`${field}.message`, message, known);
  if (destination.to === 'queue')
    yield* queueProblems(`${field}.destination.queueId`, destination.queueId, known);
  if (destination.to === 'person' && !known.people.has(personId(destination.personId))) {
    yield {
      code: 'personUnknown',
      field: `${field}.destination.personId`,
      message: `The directory of this tenant has nobody with the id ${destination.personId}`,
      remedy:
        'give the object id of the Entra admin center; the directory of a new tenant is there after some minutes',
    };
  }
  if (destination.to === 'message' && message === undefined) {
    yield clash(
      `${field}.message`,
      'A rule that plays a message has none',
      'name the sound that is heard before the call ends, such as closed or sorry',
    );
  }
  if (destination.to !== 'busy') return;
  if (message !== undefined) {
    yield clash(
      `${field}.message`,
      'Who gets the busy tone is not answered, and hears no message',
      'leave the message out, or let the destination be message',
    );
  }
  if (reason === 'waitedTooLong') {
    yield clash(
      `${field}.destination`,
      'Who has waited is answered already, and can hear no busy tone',
      'let the destination be message, callBack, queue, person or number',
    );
  }
}

function* queueProblems(field: string, target: string, { queueId, queues }: KnownToSettings): Problems {
  if (target === queueId) {
    yield clash(field, 'The queue would divert its calls to itself', 'name another queue');
  } else if (!queues.some((queue) => queue.queueId === target)) {
    yield {
      code: 'queueUnknown',
      field,
      message: `This tenant has no queue ${JSON.stringify(target)}`,
      remedy: 'look up its id in the list of queues',
    };
  }
}

function* announcementProblems(given: QueueSettingsPatch['announcement'], known: KnownToSettings): Problems {
  if (given === undefined || given === null) return;
  const field = 'settings.announcement';
  if (given.positions.length + given.waits.length === 0) {
    yield clash(
      field,
      'The announcement has neither positions nor waits, so nothing would be said',
      'give recordings for positions or waits, or null for no announcement',
    );
  }
  for (const kind of ['positions', 'waits'] as const) {
    for (const [index, soundId] of given[kind].entries()) {
      yield* soundProblems(`${field}.${kind}[${index}]`, soundId, known);
    }
  }
}

/** What does not go together in the settings as they would be. */
export function* clashesOf(after: QueueSettings, patch: QueueSettingsPatch): Problems {
  const { strategy, answering } = after;
  if (answering === 'teamsFirst' && (strategy === 'pick' || strategy === 'allAtOnce')) {
    yield clash(
      patch.answering === undefined ? 'settings.strategy' : 'settings.answering',
      `With answering teamsFirst Teams rings one operator at a time, and ${strategy} offers a call to all`,
      'choose longestIdle, roundRobin or ordered for the strategy, or consoleFirst for answering',
    );
  }
}

const clash = (field: string, message: string, remedy: string): AdministrationRefusal => ({
  code: 'settingsClash',
  field,
  message,
  remedy,
});
