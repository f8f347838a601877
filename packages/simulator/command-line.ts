import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { asError } from '@switchboard/kit/lifecycle';
import type { Logger } from '@switchboard/kit/logger';
import { changeFaults, type FaultSettings, faultNames, noFaultSettings } from './faults/fault-settings.ts';
import { readFaultOptions } from './faults/read-fault-option.ts';
import { readScript, type Script, stepsHelp } from './scenarios/script.ts';
import type { SimulatorOptions } from './start.ts';

interface CommandLine {
  readonly simulator: SimulatorOptions;
  readonly faults: FaultSettings;
}

export const help = `A stand-in Microsoft 365 for the tenant Contoso.

Usage: node packages/simulator/main.ts [options]

  --port N                          http port (8300; 0 takes any free one)
  --tls                             listen on https too, as genuine Microsoft clients demand
  --tls-port N                      https port (8343)
  --host ADDRESS                    address to listen on (127.0.0.1)
  --public-url URL                  address by which others reach it
  --webhook URL                     where incoming calls are announced
  --redirect-uri URL                address to which signing in may return; may be repeated
  --people N                        people in the directory, up to 1000000 (2000)
  --seed N                          another number makes other people and other callers (1)
  --calls-per-minute N              callers who dial by themselves (0)
  --operators auto|manual           whether operators' clients answer by themselves (manual)
  --presence-changes-per-minute N   people whose presence changes by itself (0)
  --presence-changes-per-second N   the same for a bench, evenly over everybody (0)
  --fault NAME=P                    a fault's probability, such as drop=0.05; NAME.MEMBER=VALUE turns the rest of it,
                                    such as unavailable.next=2 or drop.kinds=call,roster; may be repeated
  --faults FILE                     the same from a JSON file: {"drop": {"probability": 0.05}}
  --scenario FILE                   a story to play, a JSON file: {"name": "…", "steps": [{"do": "dial", …}]}; or one that
                                    comes along: busy-morning, bad-day-at-microsoft, nobody-picks-up
  --help                            this text

Faults: ${faultNames.join(', ')}.
They can be turned while it runs on the page /faults, and by PATCH /control/faults.

Steps of a story, each with at (seconds since the start) if wanted:
${stepsHelp}
who is a caller by name, a telephone number, or a person by principal name or as eva, omar, jan, …

Examples:
  node packages/simulator/main.ts --webhook http://localhost:8080/graph/calls
  node packages/simulator/main.ts --people 100000 --calls-per-minute 20 --operators auto
  node packages/simulator/main.ts --fault drop=0.05 --fault unavailable=0.1 --fault unavailable.done=sometimes
  node packages/simulator/main.ts --scenario busy-morning
`;

/** A wrong argument: the sentence is for whoever typed it. */
export class UsageError extends Error {}

/** What the command line asks for; undefined: only the help text. */
export function readOptions(args: string[], log: Logger): CommandLine | undefined {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8300' },
      tls: { type: 'boolean', default: false },
      'tls-port': { type: 'string', default: '8343' },
      host: { type: 'string', default: '127.0.0.1' },
      'public-url': { type: 'string' },
      webhook: { type: 'string' },
      'redirect-uri': { type: 'string', multiple: true, default: [] },
      people: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      'calls-per-minute': { type: 'string', default: '0' },
      operators: { type: 'string', default: 'manual' },
      'presence-changes-per-minute': { type: 'string', default: '0' },
      'presence-changes-per-second': { type: 'string', default: '0' },
      fault: { type: 'string', multiple: true, default: [] },
      faults: { type: 'string' },
      scenario: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { operators, webhook } = values;
  if (operators !== 'auto' && operators !== 'manual') throw new UsageError('--operators is auto or manual');
  const publicUrl = values['public-url'];
  const script = values.scenario === undefined ? undefined : scriptFrom(values.scenario);
  const simulator: SimulatorOptions = {
    port: wholeNumber('--port', values.port, 65_535),
    tls: values.tls,
    tlsPort: wholeNumber('--tls-port', values['tls-port'], 65_535),
    host: values.host,
    ...(publicUrl === undefined ? {} : { publicUrl: address('--public-url', publicUrl).replace(/\/$/, '') }),
    ...(webhook === undefined ? {} : { webhook: address('--webhook', webhook) }),
    redirectUris: values['redirect-uri'].map((uri) => address('--redirect-uri', uri)),
    people: wholeNumber('--people', values.people, 1_000_000),
    seed: wholeNumber('--seed', values.seed, 2 ** 31 - 1),
    scenario: {
      callsPerMinute: wholeNumber('--calls-per-minute', values['calls-per-minute'], 10_000),
      operators,
      presenceChangesPerMinute: wholeNumber(
        '--presence-changes-per-minute',
        values['presence-changes-per-minute'],
        100_000,
      ),
      presenceChangesPerSecond: wholeNumber(
        '--presence-changes-per-second',
        values['presence-changes-per-second'],
        20_000,
      ),
    },
    // A person at the telephone page sees the order of things better when the network takes its time.
    // A mailbox that takes its time shows what comes of five requests at once.
    settings: { notificationDelayMs: 20, outlookLatencyMs: 40 },
    ...(script === undefined ? {} : { script }),
    log,
  };
  return { simulator, faults: faultsFrom(values.faults, values.fault) };
}

/** A story from a file, or one of those that come along, by its name. */
export function scriptFrom(file: string): Script {
  const shipped = path.join(import.meta.dirname, 'scenarios/examples', `${file}.json`);
  const isName = /^[a-z-]+$/u.test(file) && existsSync(shipped);
  const script = readScript(textOf('--scenario', isName ? shipped : file));
  if (script.ok) return script.value;
  throw new UsageError(`--scenario ${file}: ${script.refusal}`);
}

/** The file first, then what is given singly. What a start would refuse is refused before it. */
export function faultsFrom(file: string | undefined, singly: readonly string[]): FaultSettings {
  const fromFile = changeFaults(noFaultSettings, file === undefined ? {} : jsonOf('--faults', file));
  if (!fromFile.ok) throw new UsageError(`--faults ${file ?? ''}: ${fromFile.refusal}`);
  const read = readFaultOptions(singly);
  const changed = read.ok ? changeFaults(fromFile.value, read.value) : read;
  if (!changed.ok) throw new UsageError(`--fault: ${changed.refusal}`);
  return changed.value;
}

function jsonOf(option: string, file: string): unknown {
  const text = textOf(option, file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${option} ${file}: it is not JSON: ${asError(error).message}`);
  }
}

function textOf(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${option} ${file}: it cannot be read: ${asError(error).message}`);
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (text !== '' && Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new UsageError(`${option} must be a whole number from 0 to ${most}, not '${text}'`);
}

function address(option: string, text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new UsageError(`${option} must be an http or https address, not '${text}'`);
}
