import { nameOf } from '@switchboard/contract/words/party-words';
import { unreachable } from '@switchboard/kit/assert';
import type { Situation } from '../state/situation.ts';
import { clockTime } from './durations.ts';
import { nameForms } from './shorten-name.ts';

/**
 * How things stand, in at most `width` characters and always in whole words. Of all the ways to say it the first that
 * fits is taken: filling words go first, then parts of names, then the name, then what waits.
 */
export function oneLine(situation: Situation, width: number): string {
  const lost = situation.connection === 'lost' ? ['Connection lost', 'Lost'] : [''];
  const waits = waitForms(situation);
  const calls = callForms(situation);
  const lines = calls.flatMap((call) =>
    lost.flatMap((first) => waits.map((wait) => joined([first, call, wait]))),
  );
  const last = [...lost.map((first) => joined([first, waits.at(-1) ?? ''])), calls.at(-1) ?? ''];
  return [...lines, ...last].find((line) => line.length <= width) ?? '';
}

const joined = ([lost = '', ...parts]: readonly string[]): string => {
  const rest = parts.filter((part) => part !== '').join(', ');
  return lost === '' ? rest : `${lost}. ${rest}`;
};

function waitForms({ waiting, longest }: Situation): readonly string[] {
  if (waiting === 0) return ['nobody waiting', '0 wait'];
  const time = clockTime(longest ?? 0);
  return [`${waiting} waiting, longest ${time}`, `${waiting} waiting ${time}`, `${waiting} wait ${time}`];
}

function callForms(situation: Situation): readonly string[] {
  const { call } = situation;
  if (call === undefined) return awayForms(situation);
  const { view, target } = call;
  const time = clockTime(call.lasts);
  const caller = nameForms(nameOf(view.caller));
  const colleague = nameForms(nameOf(target));
  switch (view.state) {
    case 'connecting':
      return [...caller.map((name) => `Pick up: ${name}`), 'Pick up'];
    case 'transferring':
      return [
        ...caller.flatMap((name) => colleague.map((other) => `Ringing ${other} for ${name} ${time}`)),
        ...colleague.map((other) => `Ringing ${other} ${time}`),
        `Ringing ${time}`,
      ];
    case 'consulting':
      return consultForms(call, caller, colleague, time);
    case 'merged':
      return [`${2 + (view.guests ?? []).length} talk together ${time}`, `Together ${time}`];
    case 'held':
      return [
        ...caller.flatMap((name) => [`${name} on hold ${time}`, `Held ${name} ${time}`]),
        `Held ${time}`,
      ];
    default:
      return [
        ...caller.flatMap((name) => [`Talking to ${name} ${time}`, `With ${name} ${time}`]),
        `In a call ${time}`,
        time,
      ];
  }
}

function consultForms(
  { view }: NonNullable<Situation['call']>,
  caller: readonly string[],
  colleague: readonly string[],
  time: string,
): readonly string[] {
  const isRinging = view.consult?.phase === 'ringing';
  const verb = isRinging ? 'Asking' : 'Talking to';
  const short = isRinging ? 'Asking' : 'With';
  const talksTo = !isRinging && view.consult?.held === 'target' ? caller : colleague;
  return [
    ...talksTo.flatMap((name) => [`${verb} ${name} ${time}`, `${short} ${name} ${time}`]),
    `${short} ${time}`,
  ];
}

function awayForms({ away }: Situation): readonly string[] {
  if (away === undefined) return ['No call'];
  switch (away.status) {
    case 'break':
      return away.reason === undefined ? ['Break'] : [`Break: ${away.reason}`, 'Break'];
    case 'offline':
      return ['Offline'];
    case 'wrapUp':
      return ['Wrap-up'];
    case 'available':
      return ['No call'];
    default:
      return unreachable(away.status);
  }
}
