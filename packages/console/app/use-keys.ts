import { useEffect } from 'react';
import { type FocusPlace, handleKey } from '../state/key-handler.ts';
import type { OpenConsole } from './session-gate.ts';

/** Every key of the console, heard at the window. */
export function useKeys({ model, actions }: OpenConsole, showKeys: () => void): void {
  useEffect(() => {
    const parts = { actions, search: model.search, showKeys };
    const onKey = (event: KeyboardEvent): void => {
      // What a control of the screen has used already, and what is still being composed, is not ours.
      if (event.defaultPrevented || event.isComposing) return;
      const { key, ctrlKey, altKey, metaKey, shiftKey, repeat } = event;
      const altGraph = event.getModifierState('AltGraph');
      const press = { key, ctrlKey, altKey, metaKey, shiftKey, repeat, altGraph };
      if (handleKey(press, placeOf(event.target), parts)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [model, actions, showKeys]);
}

function placeOf(target: EventTarget | null): FocusPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[data-focus-place="search"]') !== null) return 'search';
  if (target.closest('[role="dialog"], [role="menu"], [aria-haspopup][aria-expanded="true"]') !== null) {
    return 'foreign';
  }
  if (target.closest('input, textarea, select, [contenteditable="true"]') !== null) return 'field';
  return target.closest('button, a[href], summary') === null ? 'page' : 'control';
}
