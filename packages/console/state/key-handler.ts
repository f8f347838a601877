import type { CallBackView } from '@switchboard/contract/views/call-back-view';
import type { CallView } from '@switchboard/contract/views/call-view';
import type { MessageView } from '@switchboard/contract/views/message-view';
import { unreachable } from '@switchboard/kit/assert';
import type { ConsoleModel } from './console-model.ts';
import { callBackSteps } from './history/to-call-back.ts';
import { isTyping, type KeyAction, type KeyPress, keyMap } from './key-map.ts';
import { keyActionOf } from './key-profile.ts';
import { digitOf, letterOf, lines, type PersonLetter, personLetters } from './letter-map.ts';
import { messageSteps } from './messages/message-steps.ts';
import type { OperatorActions } from './operator-actions.ts';

/**
 * What has the focus: the search, another field, a button or link, something with keys of its own (a menu, a
 * dialog), or nothing.
 */
export type FocusPlace = 'search' | 'field' | 'control' | 'foreign' | 'page';

export interface FocusAt {
  readonly place: FocusPlace;
  /** In the search: the cursor stands behind the last character, and nothing is marked. */
  readonly isAtEnd?: boolean;
  /** The call or the call back whose card has the focus. */
  readonly callId?: string | undefined;
  readonly callBackId?: string | undefined;
  /** The message whose row has it. */
  readonly messageId?: string | undefined;
}

export interface KeyHandlerParts {
  readonly actions: OperatorActions;
  readonly model: ConsoleModel;
  readonly showKeys: () => void;
}

/** Rows that a page of results moves by. */
const page = 8;

/** Follows a key press. True: it is used up, and the browser does nothing with it. */
export function handleKey(press: KeyPress, at: FocusAt, parts: KeyHandlerParts): boolean {
  const { place } = at;
  if (place === 'foreign') return false;
  if ((place === 'control' || place === 'page') && followLetter(press, at, parts)) return true;
  const action = keyActionOf(press, parts.model.keys.profile.getSnapshot());
  if (action !== undefined && worksIn(action, at)) {
    return (press.repeat && !keyMap[action].repeats) || follow(action, parts);
  }
  // The field has the focus before the browser writes the character, so it is not lost.
  const isSpaceOnButton = press.key === ' ' && place === 'control';
  if ((place === 'page' || place === 'control') && isTyping(press) && !isSpaceOnButton) {
    parts.actions.focusSearch();
  }
  return false;
}

function worksIn(action: KeyAction, { place, isAtEnd }: FocusAt): boolean {
  const binding = keyMap[action];
  switch (binding.place) {
    case 'page':
      return place !== 'field';
    case 'notTyping':
      return place === 'control' || place === 'page';
    case 'search':
      return place === 'search' || place === 'page';
    case 'searchEnd':
      return place === 'page' || (place === 'search' && isAtEnd === true);
    default:
      return unreachable(binding.place);
  }
}

/** False: the action has nothing to do here, and the key is the browser's. */
function follow(action: KeyAction, { actions, model, showKeys }: KeyHandlerParts): boolean {
  if (action === 'toPerson') return actions.focusPerson();
  if (action === 'undo') return model.undo.undo();
  doAction(action, actions, model, showKeys);
  return true;
}

function doAction(
  action: Exclude<KeyAction, 'toPerson' | 'undo'>,
  actions: OperatorActions,
  { search, directory, settings, past }: ConsoleModel,
  showKeys: () => void,
): void {
  switch (action) {
    case 'go':
      return actions.go();
    case 'ask':
      return actions.ask();
    case 'goAndLeave':
      return actions.goAndLeave();
    case 'chooseNext':
      return search.move(1);
    case 'choosePrevious':
      return search.move(-1);
    case 'chooseNextPage':
      return search.move(page);
    case 'choosePreviousPage':
      return search.move(-page);
    case 'stepBack':
      return actions.stepBack();
    case 'holdOrResume':
      return actions.holdOrResume();
    case 'park':
      return actions.park();
    case 'hangUp':
      return actions.hangUp();
    case 'letGo':
      return actions.letGo();
    case 'focusCalls':
      return actions.focusCalls();
    case 'saySituation':
      return actions.saySituation();
    case 'changeStatus':
      return actions.changeStatus();
    case 'goOffline':
      return actions.desk.goOffline();
    case 'filter':
      return directory.filters.open();
    case 'moveUp':
      return actions.people.moveFavourite(-1);
    case 'moveDown':
      return actions.people.moveFavourite(1);
    case 'sharedContacts':
      return directory.contacts.open();
    case 'readLine':
      return actions.readLine();
    case 'arrangePanes':
      return actions.arrangePanes();
    case 'openQueues':
      return actions.openQueues();
    case 'openHistory':
      return past.open();
    case 'showKeys':
      return showKeys();
    case 'openSettings':
      return settings.open();
    default:
      return unreachable(action);
  }
}

/** A letter or digit where they act. True: it was one of them. */
function followLetter(press: KeyPress, at: FocusAt, parts: KeyHandlerParts): boolean {
  const place = parts.actions.letters.getSnapshot();
  if (place === 'none' || press.repeat) return false;
  const isUsed = place === 'person' ? followPerson(press, parts) : followCalls(press, at, parts);
  return isUsed;
}

function followPerson(press: KeyPress, { actions, model: { keys } }: KeyHandlerParts): boolean {
  const digit = digitOf(press);
  const letter = letterOf(press);
  if (digit !== undefined) {
    if (digit >= lines.length) return false;
    actions.handing.chooseLine(digit);
    return true;
  }
  const name = (Object.keys(personLetters) as PersonLetter[]).find(
    (each) => keys.letter('person', each) === letter,
  );
  if (name !== undefined) followPersonLetter(name, actions);
  return name !== undefined;
}

function followPersonLetter(name: PersonLetter, actions: OperatorActions): void {
  switch (name) {
    case 'voicemail':
      return actions.handing.toVoicemail();
    case 'camp':
      return actions.handing.camp();
    case 'park':
      return actions.handing.parkForChosen();
    case 'favourite':
      return actions.people.toggleFavourite();
    case 'group':
      return actions.openFavouriteMenu();
    case 'describe':
      return actions.people.describe();
    case 'change':
      return actions.people.changeContact();
    case 'message':
      return actions.messages.toPerson();
    case 'manager':
      return actions.people.openManager();
    default:
      return unreachable(name);
  }
}

function followCalls(press: KeyPress, at: FocusAt, { actions, model }: KeyHandlerParts): boolean {
  const message = at.messageId === undefined ? undefined : model.messages.find(at.messageId);
  if (message !== undefined) return followMessage(press, message, { actions, model });
  const callBack = at.callBackId === undefined ? undefined : model.callBacks.find(at.callBackId);
  const call =
    at.callId === undefined ? model.calls.arrangement.getSnapshot().current : model.calls.find(at.callId);
  const isUsed =
    callBack === undefined
      ? followCall(press, call, at, { actions, model })
      : followCallBack(press, callBack, { actions, model });
  // What takes a second press, and what opens over the calls, keeps the focus there.
  const stays = model.guard.armed.getSnapshot() !== undefined || isOpen(model);
  if (isUsed && !stays) actions.focusSearch();
  return isUsed;
}

const isOpen = ({ pad, timeline, directory, messages }: ConsoleModel): boolean =>
  [pad, timeline, directory.contacts, messages.composer].some(
    ({ state }) => state.getSnapshot() !== undefined,
  );

function followCall(
  press: KeyPress,
  call: CallView | undefined,
  at: FocusAt,
  { actions, model }: Omit<KeyHandlerParts, 'showKeys'>,
): boolean {
  const letter = letterOf(press);
  const digit = digitOf(press);
  const known = call ?? model.calls.ended.getSnapshot().find(({ callId }) => callId === at.callId);
  if (known === undefined) return false;
  const letters: Readonly<Record<string, string>> = model.keys.profile.getSnapshot().letters.calls;
  if (letter === letters.timeline) {
    model.timeline.open(known);
    return true;
  }
  if (letter === letters.message) {
    actions.messages.aboutCall(known);
    return true;
  }
  if (letter === letters.keepCaller && actions.people.isUnknown(known)) {
    actions.people.keepCaller(known);
    return true;
  }
  if (digit !== undefined) {
    actions.actOnNumbered(known, digit);
    return true;
  }
  const action = known.can.find((each) => letter !== undefined && letters[each] === letter);
  if (action !== undefined) actions.act(action, known);
  return action !== undefined;
}

function followCallBack(
  press: KeyPress,
  callBack: CallBackView,
  { actions: { desk }, model: { keys } }: Omit<KeyHandlerParts, 'showKeys'>,
): boolean {
  const letter = letterOf(press);
  const to = callBackSteps(callBack).find((each) => keys.letter('callBacks', each) === letter);
  if (to !== undefined) desk.callBack(callBack, to);
  return to !== undefined;
}

function followMessage(
  press: KeyPress,
  message: MessageView,
  { actions, model }: Omit<KeyHandlerParts, 'showKeys'>,
): boolean {
  const letter = letterOf(press);
  const step = messageSteps(message).find((each) => model.keys.letter('messages', each) === letter);
  if (step === undefined) return false;
  actions.messages.do(step, message);
  // Who reads a text may go on with the same message; so does who has it open again.
  if (step !== 'readText' && !isOpen(model)) actions.focusSearch();
  return true;
}
