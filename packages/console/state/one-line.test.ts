import type { CallView } from '@switchboard/contract/views/call-view';
import { describe, expect, it } from 'vitest';
import { oneLine } from '../i18n/english-one-line.ts';
import { nameForms } from '../i18n/shorten-name.ts';
import { talkingCall } from '../testing/sample-office.testing.ts';
import type { Situation } from './situation.ts';

const quiet: Situation = {
  connection: 'live',
  call: undefined,
  away: undefined,
  waiting: 0,
  longest: undefined,
};
const inCall = (view: Partial<CallView> = {}, lasts = 72_000): Situation => {
  const call = talkingCall(0, view);
  return { ...quiet, call: { view: call, lasts, target: call.target }, waiting: 2, longest: 48_000 };
};

describe('The one line', () => {
  it.each([
    [80, 'Talking to Mrs J. Smith 1:12, 2 waiting, longest 0:48'],
    [52, 'Talking to Mrs J. Smith 1:12, 2 waiting 0:48'],
    [40, 'With Mrs J. Smith 1:12, 2 waiting 0:48'],
    [32, 'With Mrs Smith 1:12, 2 wait 0:48'],
    [28, 'With Smith 1:12, 2 wait 0:48'],
    [20, '1:12, 2 waiting 0:48'],
  ])('fits %d cells', (width, line) => {
    expect(oneLine(inCall(), width)).toBe(line);
  });

  it.each<[string, Situation, string]>([
    ['nothing goes on', quiet, 'No call, nobody waiting'],
    ['somebody waits', { ...quiet, waiting: 1, longest: 5_000 }, 'No call, 1 waiting, longest 0:05'],
    ['on a break', { ...quiet, away: { status: 'break', reason: 'Lunch' } }, 'Break: Lunch, nobody waiting'],
    ['offline', { ...quiet, away: { status: 'offline', reason: undefined } }, 'Offline, nobody waiting'],
    ['disconnected', { ...quiet, connection: 'lost' }, 'Connection lost. No call, nobody waiting'],
    ['Teams rings', inCall({ state: 'connecting' }), 'Pick up: Mrs J. Smith, 2 waiting 0:48'],
    ['on hold', inCall({ state: 'held' }, 9_000), 'Mrs J. Smith on hold 0:09, 2 wait 0:48'],
    [
      'a colleague rings',
      inCall({ state: 'transferring', target: { name: 'Jan de Vries' } }, 9_000),
      'Ringing Jan de Vries 0:09, 2 wait 0:48',
    ],
    [
      'a colleague is asked',
      inCall({
        state: 'consulting',
        target: { name: 'Jan de Vries' },
        consult: { phase: 'talking', held: 'caller' },
      }),
      'With Jan de Vries 1:12, 2 waiting 0:48',
    ],
  ])('says that %s', (_, situation, line) => {
    expect(oneLine(situation, 40)).toBe(line);
  });
});

describe('A name', () => {
  it.each([
    ['Mrs J. Smith', ['Mrs J. Smith', 'Mrs Smith', 'Smith']],
    ['Jan de Vries', ['Jan de Vries', 'Jan Vries', 'Vries']],
    ['Klaus Bauer (Contoso)', ['Klaus Bauer (Contoso)', 'Klaus Bauer', 'Bauer']],
    ['+44 20 7946 0123', ['+44 20 7946 0123']],
    ['Janosch', ['Janosch']],
  ])('%s is shortened by whole words', (name, forms) => {
    expect(nameForms(name)).toEqual(forms);
  });
});
