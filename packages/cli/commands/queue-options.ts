import type { ChangeQueue } from '@switchboard/contract/admin/queue';
import type { QueueSettingsPatch } from '@switchboard/contract/admin/queue-settings';
import type { SoundView } from '@switchboard/contract/admin/sound';
import { ok, type Result } from '@switchboard/kit/result';
import type { Command } from 'commander';
import type { AdminClient } from '../connection/admin-client.ts';
import type { Problem } from '../output/problem.ts';
import { pickSound, readSounds } from './find.ts';
import {
  collectOrNone,
  type None,
  none,
  orNone,
  readDuration,
  readOnOff,
  readWholeNumber,
} from './options.ts';

/** What settings are called as options; the server says which values it takes. */
const plainNames = [
  'strategy',
  'answering',
  'bridge',
  'priority',
  'operatorRing',
  'transferRing',
  'numberRing',
  'settle',
  'check',
  'offerTime',
  'wrapUp',
  'nightWhenLastLeaves',
  'vip',
  'blocked',
  'rejectWithheld',
  'parkTime',
  'campTime',
] as const satisfies readonly (keyof QueueSettingsPatch)[];

export interface QueueOptions extends Pick<QueueSettingsPatch, (typeof plainNames)[number]> {
  readonly number?: string;
  readonly maxWaiting?: number | None;
  readonly maxWait?: number | None;
  readonly salutation?: string;
  /** False: `--no-greeting`. */
  readonly greeting?: string | boolean;
  readonly music?: string;
}

/** Gives a command the options for a queue's number and settings. */
export function withQueueOptions(command: Command): Command {
  return command
    .option('--number <number>', 'its number, to be shown, like +442079460100; or none')
    .option('--strategy <strategy>', 'pick, allAtOnce, longestIdle, roundRobin or ordered')
    .option('--answering <way>', 'consoleFirst, or teamsFirst: an offer rings Teams at once')
    .option('--bridge <bridge>', 'anchor, or direct: the call is given away when it is taken')
    .option('--priority <number>', 'the higher, the sooner its calls are offered', readWholeNumber)
    .option('--offer-time <time>', 'how long a call is offered to one operator', readDuration)
    .option('--wrap-up <time>', 'how long an operator is left alone after a call', readDuration)
    .option('--max-waiting <calls>', 'as many may wait; or none', orNone(readWholeNumber))
    .option('--max-wait <time>', 'as long may they wait; or none', orNone(readDuration))
    .option('--greeting <sound>', 'heard once, before waiting; or none')
    .option('--no-greeting', 'callers wait without being greeted')
    .option('--music <sound>', 'heard while waiting and on hold')
    .option('--salutation <text>', 'what the operator says; or none')
    .option('--night-when-last-leaves <on|off>', 'closes when nobody is there any more', readOnOff)
    .option('--vip <number>', 'goes ahead, like +442079460100 or +4420*; repeat, or none', collectOrNone)
    .option('--blocked <number>', 'is refused; repeat, or none', collectOrNone)
    .option('--reject-withheld <on|off>', 'refuses who hides their number', readOnOff)
    .option('--operator-ring <time>', 'how long an operator rings (3 s to 19 s)', readDuration)
    .option('--transfer-ring <time>', 'how long a colleague rings (3 s to 19 s)', readDuration)
    .option('--number-ring <time>', 'how long a telephone number rings (5 s to 60 s)', readDuration)
    .option('--settle <time>', 'how long a call is watched after a transfer', readDuration)
    .option('--check <time>', 'silence after which Graph is asked', readDuration)
    .option('--park-time <time>', 'how long a call stays parked', readDuration)
    .option('--camp-time <time>', 'how long a call waits for one colleague', readDuration);
}

/** Only what was given: the server has defaults of its own. */
export async function changeFrom(
  client: AdminClient,
  tenantId: string,
  options: QueueOptions,
): Promise<Result<Pick<ChangeQueue, 'number' | 'settings'>, Problem>> {
  const sounds = await soundsFrom(client, tenantId, options);
  if (!sounds.ok) return sounds;
  const { number, maxWaiting, maxWait, salutation } = options;
  const given = plainNames.filter((name) => options[name] !== undefined);
  const settings: QueueSettingsPatch = {
    ...Object.fromEntries(given.map((name) => [name, options[name]])),
    ...(maxWaiting === undefined ? {} : { maxWaiting: orNull(maxWaiting) }),
    ...(maxWait === undefined ? {} : { maxWait: orNull(maxWait) }),
    ...(salutation === undefined ? {} : { salutation: orNull(salutation) }),
    ...sounds.value,
  };
  return ok({
    ...(number === undefined ? {} : { number: orNull(number) }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  });
}

const orNull = <T>(value: T): Exclude<T, None> | null =>
  value === none ? null : (value as Exclude<T, None>);

type ChosenSounds = Pick<QueueSettingsPatch, 'greeting' | 'music'>;

async function soundsFrom(
  client: AdminClient,
  tenantId: string,
  { greeting, music }: QueueOptions,
): Promise<Result<ChosenSounds, Problem>> {
  const isSilent = greeting === false || greeting === none;
  const silent: ChosenSounds = isSilent ? { greeting: null } : {};
  const sound = isSilent || typeof greeting !== 'string' ? undefined : greeting;
  if (sound === undefined && music === undefined) return ok(silent);
  const answer = await readSounds(client, tenantId);
  if (!answer.ok) return answer;
  const { sounds } = answer.value.value;
  const first = sound === undefined ? ok(undefined) : idOf(sounds, sound);
  if (!first.ok) return first;
  const second = music === undefined ? ok(undefined) : idOf(sounds, music);
  if (!second.ok) return second;
  return ok({
    ...silent,
    ...(first.value === undefined ? {} : { greeting: first.value }),
    ...(second.value === undefined ? {} : { music: second.value }),
  });
}

function idOf(sounds: readonly SoundView[], given: string): Result<string, Problem> {
  const sound = pickSound(sounds, given);
  return sound.ok ? ok(sound.value.soundId) : sound;
}
