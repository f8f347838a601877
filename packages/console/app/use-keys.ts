import { useEffect } from 'react';
import { type FocusAt, type FocusPlace, handleKey } from '../state/key-handler.ts';
import { pressOf } from '../state/key-map.ts';
import type { OpenConsole } from './session-gate.ts';

/** Every key of the console, heard at the window. */
export function useKeys({ model, actions }: OpenConsole, showKeys: () => void): void {
  useEffect(() => {
    const parts = { actions, model, showKeys };
    let isPointed = false;
    // Who takes the mouse types again. Not before the click is done: letters on buttons go, and what is being pressed moves.
    const onPress = (): void => {
      isPointed = true;
    };
    const endPress = (): void => {
      if (isPointed) actions.endLetters();
      isPointed = false;
    };
    const onKey = (event: KeyboardEvent): void => {
      endPress();
      // What a control of the screen has used already, and what is still being composed, is not ours.
      if (event.defaultPrevented || event.isComposing) return;
      if (handleKey(pressOf(event), focusAt(event.target), parts)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('pointerdown', onPress);
    window.addEventListener('click', endPress);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pointerdown', onPress);
      window.removeEventListener('click', endPress);
    };
  }, [model, actions, showKeys]);
}

function focusAt(target: EventTarget | null): FocusAt {
  if (!(target instanceof Element)) return { place: 'page' };
  return {
    place: placeOf(target),
    isAtEnd: target instanceof HTMLInputElement && isAtEnd(target),
    callId: target.closest('[data-call-id]')?.getAttribute('data-call-id') ?? undefined,
    callBackId: target.closest('[data-call-back-id]')?.getAttribute('data-call-back-id') ?? undefined,
    messageId: target.closest('[data-message-id]')?.getAttribute('data-message-id') ?? undefined,
  };
}

const isAtEnd = ({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean =>
  selectionStart === value.length && selectionEnd === value.length;

function placeOf(target: Element): FocusPlace {
  if (target.closest('[data-focus-place="search"]') !== null) return 'search';
  if (target.closest('[role="dialog"], [role="menu"], [aria-haspopup][aria-expanded="true"]') !== null) {
    return 'foreign';
  }
  if (target.closest('input, textarea, select, [contenteditable="true"]') !== null) return 'field';
  return target.closest('button, a[href], summary') === null ? 'page' : 'control';
}
