import type { PartyView } from '@switchboard/contract/views/call-view';
import { unreachable } from '@switchboard/kit/assert';
import type { Situation } from '../state/situation.ts';
import { clockTime } from './durations.ts';
import { nameForms } from './shorten-name.ts';

/** What a language says in the one line. Where there are several forms the longest comes first. */
export interface OneLineWords {
  readonly nameOf: (party: PartyView | undefined) => string;
  readonly lost: readonly string[];
  readonly nobodyWaits: readonly string[];
  readonly waits: (count: number, time: string) => readonly string[];
  readonly pickUp: { readonly of: (name: string) => string; readonly alone: string };
  readonly ringing: {
    readonly forCaller: (other: string, caller: string, time: string) => string;
    readonly of: (other: string, time: string) => string;
    readonly alone: (time: string) => string;
  };
  readonly asking: TimedForms;
  readonly talking: TimedForms;
  /** For a call that has no name to be short with. */
  readonly inCall: (time: string) => string;
  readonly held: TimedForms;
  readonly together: {
    readonly of: (count: number, time: string) => string;
    readonly alone: (time: string) => string;
  };
  readonly noCall: string;
  readonly offline: string;
  readonly wrapUp: string;
  readonly onBreak: { readonly of: (reason: string) => string; readonly alone: string };
}

interface TimedForms {
  readonly of: (name: string, time: string) => readonly string[];
  readonly alone: (time: string) => string;
}

type OneLine = (situation: Situation, width: number) => string;

/**
 * How things stand, in at most `width` characters and always in whole words. Of all the ways to say it the first that
 * fits is taken: filling words go first, then parts of names, then the name, then what waits.
 */
export function oneLineIn(words: OneLineWords): OneLine {
  return (situation, width) => {
    const lost = situation.connection === 'lost' ? words.lost : [''];
    const waits =
      situation.waiting === 0
        ? words.nobodyWaits
        : words.waits(situation.waiting, clockTime(situation.longest ?? 0));
    const calls = callForms(situation, words);
    const lines = calls.flatMap((call) =>
      lost.flatMap((first) => waits.map((wait) => joined([first, call, wait]))),
    );
    const last = [...lost.map((first) => joined([first, waits.at(-1) ?? ''])), calls.at(-1) ?? ''];
    return [...lines, ...last].find((line) => line.length <= width) ?? '';
  };
}

const joined = ([lost = '', ...parts]: readonly string[]): string => {
  const rest = parts.filter((part) => part !== '').join(', ');
  return lost === '' ? rest : `${lost}. ${rest}`;
};

function callForms(situation: Situation, words: OneLineWords): readonly string[] {
  const { call } = situation;
  if (call === undefined) return awayForms(situation, words);
  const { view, target } = call;
  const time = clockTime(call.lasts);
  const caller = nameForms(words.nameOf(view.caller));
  const colleague = nameForms(words.nameOf(target));
  switch (view.state) {
    case 'connecting':
      return [...caller.map(words.pickUp.of), words.pickUp.alone];
    case 'transferring':
      return [
        ...caller.flatMap((name) => colleague.map((other) => words.ringing.forCaller(other, name, time))),
        ...colleague.map((other) => words.ringing.of(other, time)),
        words.ringing.alone(time),
      ];
    case 'consulting': {
      const isRinging = view.consult?.phase === 'ringing';
      const talksTo = !isRinging && view.consult?.held === 'target' ? caller : colleague;
      return timed(isRinging ? words.asking : words.talking, talksTo, time);
    }
    case 'merged':
      return [words.together.of(2 + (view.guests ?? []).length, time), words.together.alone(time)];
    case 'held':
      return timed(words.held, caller, time);
    default:
      return [...caller.flatMap((name) => words.talking.of(name, time)), words.inCall(time), time];
  }
}

const timed = (forms: TimedForms, names: readonly string[], time: string): readonly string[] => [
  ...names.flatMap((name) => forms.of(name, time)),
  forms.alone(time),
];

function awayForms({ away }: Situation, words: OneLineWords): readonly string[] {
  if (away === undefined) return [words.noCall];
  const { of, alone } = words.onBreak;
  switch (away.status) {
    case 'break':
      return away.reason === undefined ? [alone] : [of(away.reason), alone];
    case 'offline':
      return [words.offline];
    case 'wrapUp':
      return [words.wrapUp];
    case 'available':
      return [words.noCall];
    default:
      return unreachable(away.status);
  }
}
