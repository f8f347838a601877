import { unreachable } from '@switchboard/kit/assert';
import { isTyping, type KeyAction, type KeyPress, keyActionOf, keyMap } from './key-map.ts';
import type { OperatorActions } from './operator-actions.ts';
import type { PersonSearch } from './person-search.ts';

/**
 * What has the focus: the search, another field, a button or link, something with keys of its own (a menu, a
 * dialog), or nothing.
 */
export type FocusPlace = 'search' | 'field' | 'control' | 'foreign' | 'page';

export interface KeyHandlerParts {
  readonly actions: OperatorActions;
  readonly search: PersonSearch;
  readonly showKeys: () => void;
}

/** Rows that a page of results moves by. */
const page = 8;

/** Follows a key press. True: it is used up, and the browser does nothing with it. */
export function handleKey(press: KeyPress, place: FocusPlace, parts: KeyHandlerParts): boolean {
  if (place === 'foreign') return false;
  const action = keyActionOf(press);
  if (action !== undefined && worksIn(action, place)) {
    if (!press.repeat || keyMap[action].repeats) follow(action, parts);
    return true;
  }
  // The field has the focus before the browser writes the character, so it is not lost.
  const isSpaceOnButton = press.key === ' ' && place === 'control';
  if ((place === 'page' || place === 'control') && isTyping(press) && !isSpaceOnButton) {
    parts.actions.focusSearch();
  }
  return false;
}

function worksIn(action: KeyAction, place: Exclude<FocusPlace, 'foreign'>): boolean {
  switch (keyMap[action].place) {
    case 'page':
      return place !== 'field';
    case 'notTyping':
      return place === 'control' || place === 'page';
    case 'search':
      return place === 'search' || place === 'page';
    default:
      return unreachable(keyMap[action].place);
  }
}

function follow(action: KeyAction, { actions, search, showKeys }: KeyHandlerParts): void {
  switch (action) {
    case 'go':
      return actions.go();
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
    case 'hangUp':
      return actions.hangUp();
    case 'focusCalls':
      return actions.focusCalls();
    case 'saySituation':
      return actions.saySituation();
    case 'showKeys':
      return showKeys();
    default:
      return unreachable(action);
  }
}
