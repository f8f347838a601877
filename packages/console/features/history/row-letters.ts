import type { KeyboardEvent } from 'react';
import { pressOf } from '../../state/key-map.ts';
import { type HistoryLetter, historyLetters, letterOf } from '../../state/letter-map.ts';
import { copyNumber } from './copy-number.ts';
import { followLink } from './follow-link.ts';
import type { HistoryProps } from './history-dialog.tsx';

/** A letter on the row that is chosen. True: it was one of them. */
export function followRowLetter(event: KeyboardEvent, parts: HistoryProps): boolean {
  const { state, model, actions } = parts;
  const call = state.calls.find(({ callId }) => callId === state.chosen);
  const letter = letterOf(pressOf(event));
  const name = (Object.keys(historyLetters) as HistoryLetter[]).find(
    (each) => model.keys.letter('history', each) === letter,
  );
  if (letter === undefined || name === undefined || call === undefined) return false;
  switch (name) {
    case 'call': {
      const address = actions.history.addressOf(call);
      if (address === undefined) return false;
      followLink(address);
      actions.history.called(call);
      return true;
    }
    case 'timeline':
      actions.history.timeline(call);
      return true;
    case 'keepCaller':
      if (!actions.history.canKeep(call)) return false;
      actions.history.keep(call);
      return true;
    case 'copy':
      copyNumber(call, actions.history);
      return true;
    default:
      actions.history.find(call);
      return true;
  }
}
