import { refusalCodes } from '@switchboard/contract/errors/refusal';
import {
  type CallView,
  callActions,
  divertReasons,
  endReasons,
  missReasons,
  type PartyView,
} from '@switchboard/contract/views/call-view';
import {
  contactProblem,
  contactRemedies,
  type WhyNotTaken,
} from '@switchboard/contract/words/contact-remedies';
import { must } from '@switchboard/kit/assert';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { me, talkingCall, waitingCall } from '../testing/sample-office.testing.ts';
import { deskActions } from './english-words.ts';
import { type Language, languages, loadTexts } from './languages.ts';
import { english, type Texts } from './texts.ts';

const others = languages.filter((language) => language !== 'en');
const loaded = new Map<Language, Texts>();
const textsOf = (language: Language): Texts => must(loaded.get(language), `the texts in ${language}`);

beforeAll(async () => {
  for (const language of languages) loaded.set(language, await loadTexts(language));
});

/** What a text is about: names that are nobody's, and numbers that are no part of any other. */
interface Given {
  readonly caller: PartyView;
  readonly target: PartyView;
  readonly name: string;
  readonly queue: string;
  readonly word: string;
  readonly number: number;
}
type Saying = (texts: Texts, given: Given) => string | undefined;

const token = fc.string({
  unit: fc.constantFrom(...'b c d f g h j k l m n p q r s t v w x z'.split(' ')),
  minLength: 5,
  maxLength: 8,
});
const given: fc.Arbitrary<Given> = fc
  .record({
    names: fc.uniqueArray(token, { minLength: 5, maxLength: 5 }),
    number: fc.integer({ min: 2, max: 99 }),
  })
  .map(({ names, number }) => {
    const [one, two, three, four, five] = names.map((name) => `Q${name}`) as [
      string,
      string,
      string,
      string,
      string,
    ];
    return { caller: { name: one }, target: { name: two }, name: three, queue: four, word: five, number };
  });

const call = ({ caller, target, number, name }: Given, more: Partial<CallView> = {}): CallView =>
  waitingCall(0, { caller, target, slot: number, parkedFor: { name }, ...more });
const queueOf = ({ queue }: Given): (typeof me.queues)[number] => ({
  ...must(me.queues[0], 'a queue'),
  name: queue,
});

const situation =
  (view: Partial<CallView>): Saying =>
  (t, g) =>
    t.announcements.situation({
      connection: 'lost',
      call: {
        view: talkingCall(0, { caller: g.caller, target: g.target, ...view }),
        lasts: 72_000,
        target: g.target,
      },
      away: { status: 'break', reason: g.word },
      waiting: g.number,
      longest: 3_723_000,
    });

const announcements: readonly Saying[] = [
  (t, g) => t.announcements.offered(g.caller, g.queue),
  (t, g) => t.announcements.yours(call(g, { vip: true }), g.queue),
  (t, g) => t.announcements.offeredBriefly(g.caller),
  (t, g) => t.announcements.yoursBriefly(g.caller),
  (t, g) => t.announcements.waiting(g.number),
  (t) => t.announcements.waiting(1),
  (t, g) => t.announcements.teamsRings(g.caller),
  (t, g) => t.announcements.connected(g.caller),
  (t, g) => t.announcements.onHold(g.caller),
  (t, g) => t.announcements.resumed(g.caller),
  (t, g) => t.announcements.ringing(g.target),
  (t, g) => t.announcements.takenBack(g.caller),
  (t, g) => t.announcements.handedOver(g.caller, g.target),
  ...missReasons.flatMap((why): readonly Saying[] => [
    (t, g) => t.announcements.cameBack(g.caller, g.target, why),
    (t, g) => t.announcements.cameBack(g.caller, undefined, why),
    (t, g) => t.screen.calls.cameBack(g.name, why),
    (t) => t.screen.calls.cameBack(undefined, why),
    (t, g) => t.screen.calls.missedBy(g.name, why),
  ]),
  ...[...endReasons, undefined].flatMap((why): readonly Saying[] => [
    (t, g) => t.announcements.ended(g.caller, why),
    (t) => t.screen.calls.endedSo(why),
  ]),
  ...[...divertReasons, undefined].flatMap((why): readonly Saying[] => [
    (t) => t.screen.calls.announcing(why),
    (t, g) => t.screen.calls.diverting(g.name, why),
  ]),
  (t, g) => t.announcements.asking(g.target),
  (t, g) => t.announcements.talkingTo(g.caller, g.target),
  (t, g) => t.announcements.together([g.name, g.word, g.queue]),
  (t, g) => t.announcements.parked(call(g)),
  (t, g) => t.announcements.moved(g.caller, g.queue),
  (t, g) => t.announcements.camped(g.caller, g.target),
  (t, g) => t.announcements.youMissed(g.caller),
  (t, g) => t.announcements.takenBy(g.caller, g.name),
  (t, g) => t.announcements.letGoBy(g.word, g.target),
  (t, g) => t.announcements.windowTitle(g.number, 48_000),
  (t) => t.announcements.windowTitle(0, undefined),
  (t, g) =>
    t.announcements.callBackPromised({
      callBackId: 'c',
      callId: 'd',
      queueId: 'q',
      number: g.word,
      dial: g.word,
      why: 'promised',
      calls: 1,
      tries: 0,
      promisedAt: 0,
      state: 'open',
    }),
  (t, g) => t.announcements.queueNow({ ...queueOf(g), state: 'closed', why: 'holiday', holiday: g.word }),
  (t, g) => t.announcements.queueNow({ ...queueOf(g), state: 'emergency', why: 'emergency' }),
  (t, g) => t.announcements.line('phone', g.word),
  (t, g) => t.announcements.found(g.number, true),
  (t) => t.announcements.found(1, false),
  ...(['connecting', 'transferring', 'merged', 'held', 'connected'] as const).map((state) =>
    situation({ state }),
  ),
  situation({ state: 'consulting', consult: { phase: 'ringing', held: 'caller' } }),
  situation({ state: 'consulting', consult: { phase: 'talking', held: 'caller' } }),
  situation({ state: 'consulting', consult: { phase: 'talking', held: 'target' } }),
  (t, g) => t.notice(call(g, { vip: true }), g.queue, false).title,
  (t, g) => t.notice(call(g, { vip: true }), g.queue, true).body,
  ...refusalCodes.flatMap((code): readonly Saying[] =>
    [...callActions, ...deskActions].map((action) => (t, g) => t.refused(action, { code, by: g.name })),
  ),
  ...refusalCodes.map(
    (code): Saying =>
      (t) =>
        t.refusedAt({ code }),
  ),
  (t, g) => t.refused('transfer', { code: 'malformed', field: g.word }),
  ...[...callActions, ...deskActions].flatMap((action): readonly Saying[] => [
    (t) => t.notSent(action),
    (t) => t.noAnswer(action),
    (t) => t.notKnown(action),
  ]),
  (t, g) => t.screen.desk.queues.notOpen(g.name, { ...queueOf(g), state: 'closed' }, g.number),
  (t, g) => t.screen.calls.came([g.name, g.queue]),
  (t, g) => t.panes.resize('calls', 'people') + t.undo.answers(g.queue, true),
  (t, g) => t.undo.answers(g.queue, false),
  (t, g) => t.keySettings.reserved(g.word, 'help'),
  (t, g) => t.screen.details.noteBy(g.name, 0),
];

const contacts: readonly Saying[] = (Object.keys(contactRemedies) as WhyNotTaken[]).map(
  (why): Saying =>
    (t, { name, word }) => {
      const about = [name, word].slice(0, contactRemedies[why].length);
      const problem: { remedy: string } = contactProblem(why, ...(about as [string, string]));
      return t.screen.contacts.remedyOf({ row: 2, ...problem, why, about });
    },
);

const steps =
  'callArrived greetingBegun callQueued operatorsOffered offerRefused operatorRung operatorMissed operatorJoined ' +
  'callHeld callResumed transferBegun transferReturned transferTakenBack operatorLeft callHandedOver callRecalled ' +
  'consultBegun consultAnswered consultSwapped consultMissed consultEnded consultReleased callMerged guestInvited ' +
  'guestJoined guestMissed guestLeft mergeEnded callParked callCamped messageBegun divertBegun divertMissed ' +
  'callMoved callBackPromised messageSent tonesSent callEnded soundChanged rosterRead lastLookTaken doubtSettled legMissed ' +
  'legFound checkPlanned keepAlivePlanned waitPlanned invitationRenewed legRenamed';
const timeline: readonly Saying[] = [
  ...steps
    .split(' ')
    .flatMap((step): readonly Saying[] => [
      (t, { name: operator, target, queue, number: slot }) =>
        t.timeline.sentence({ at: 0, step, operator, target, queue, slot, why: 'noAnswer' }),
      (t) => t.timeline.sentence({ at: 0, step }),
    ]),
  ...(
    'answer reject redirect transfer playPrompt stopPrompts sendTones invite removeParticipant startHoldMusic ' +
    'stopHoldMusic observe hangUp keepAlive newerThanWe'
  )
    .split(' ')
    .map(
      (operation): Saying =>
        (t, { number: attempts, word: message }) =>
          t.timeline.sentence({
            at: 0,
            step: 'request',
            request: { operation, status: 'refused', attempts, took: 812, message, effectId: 'e' },
          }),
    ),
];

const isClean = (text: string): boolean => !/undefined|NaN|\[object|=>/.test(text);

/** Of what is known, what English says of it. */
function said(text: string, { caller, target, name, queue, word, number }: Given): readonly string[] {
  const known = [caller.name, target.name, name, queue, word, String(number)];
  return known.filter((each) => each !== undefined && text.includes(each)).map(String);
}

describe.each(others)('Every sentence in %s', (language) => {
  it.each([
    ['that is said, refused or shown of calls', announcements],
    ['of a timeline', timeline],
    ['of a file of contacts', contacts],
  ])('%s names all that the English one names', (_, sayings) => {
    fc.assert(
      fc.property(given, (about) => {
        for (const saying of sayings) {
          const model = must(saying(english, about), 'a sentence');
          const text = saying(textsOf(language), about) ?? '';
          expect(text).not.toBe('');
          expect([model, text].filter((each) => !isClean(each))).toEqual([]);
          expect([text, said(text, about)]).toEqual([text, expect.arrayContaining([...said(model, about)])]);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('of names, words and numbers alone says all of them, and is none of the English ones', () => {
    const found = { same: [] as string[], wrong: [] as string[], count: 0 };
    compare(english, textsOf(language), '', found);
    expect(found.wrong).toEqual([]);
    expect(found.same).toEqual([]);
    expect(found.count).toBeGreaterThan(500);
  });

  it('writes no sentence with a plain English quotation mark or apostrophe', () => {
    const plain = leaves(textsOf(language)).filter((text) => /["']/.test(text));
    expect(plain).toEqual([]);
  });
});

/** Functions of names and numbers are tried with what English takes: what it says of them the other must say too. */
function compare(
  one: unknown,
  other: unknown,
  path: string,
  found: { readonly same: string[]; readonly wrong: string[]; count: number },
): void {
  if (typeof one === 'object' && one !== null) {
    for (const [name, each] of Object.entries(one))
      compare(each, (other as Record<string, unknown>)[name], `${path}.${name}`, found);
  } else if (typeof one === 'function' && typeof other === 'function') {
    for (const tried of argumentsFor(one)) {
      found.count += 1;
      const text = (other as (...all: readonly unknown[]) => unknown)(...tried.values);
      const lacks = tried.said.filter((each) => !String(text).includes(each));
      if (typeof text !== 'string' || text === '' || !isClean(text) || lacks.length > 0)
        found.wrong.push(`${path}: ${String(text)}`);
    }
  } else {
    found.count += 1;
    // A word may be the same in two languages, a sentence hardly.
    if (typeof one === 'string' && one === other && /\p{L}{2,} \p{L}{2,}/u.test(one)) found.same.push(path);
  }
}

interface Tried {
  readonly values: readonly (string | number)[];
  readonly said: readonly string[];
}

/** Names and numbers with which an English function makes a sentence that says at least one of them. */
function argumentsFor(make: Function): readonly Tried[] {
  const kinds = Array.from({ length: 2 ** make.length }, (_, kind) => kind);
  return kinds.flatMap((kind): readonly Tried[] => {
    const values = Array.from({ length: make.length }, (_, i) => (kind & (1 << i) ? 71 + i : `Qword${i}`));
    try {
      const text: unknown = make(...values);
      if (typeof text !== 'string' || !isClean(text)) return [];
      const tokens = values.map(String).filter((value) => text.includes(value));
      return tokens.length === 0 ? [] : [{ values, said: tokens }];
    } catch {
      // It takes something else than names and numbers: a call, a person. Those are tried above.
      return [];
    }
  });
}

const leaves = (texts: unknown): readonly string[] => {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(leaves) : [];
};
