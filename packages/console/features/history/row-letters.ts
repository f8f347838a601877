import type { KeyboardEvent } from 'react';
import { pressOf } from '../../state/key-map.ts';
import { type HistoryLetter, historyLetters, letterOf } from '../../state/letter-map.ts';
import { copyNumber } from './copy-number.ts';
import { followLink } from './follow-link.ts';
import type { HistoryProps } from './history-props.ts';

/** A letter on the row that is chosen. True: it was one of them. */
export function followRowLetter(event: KeyboardEvent, parts: HistoryProps): boolean {
  const { state, rows, model, actions } = parts;
  const call = state.calls.find(({ callId }) => callId === state.chosen);
  const letter = letterOf(pressOf(event));
  const name = (Object.keys(historyLetters) as HistoryLetter[]).find(
    (each) => model.keys.letter('history', each) === letter,
  );
  if (letter === undefined || name === undefined || call === undefined) return false;
  switch (name) {
    case 'call': {
      const address = actions.desk.addressOf(call);
      if (address === undefined) return false;
      followLink(address);
      actions.desk.called(call);
      return true;
    }
    case 'timeline':
      rows.timeline(call);
      return true;
    case 'keepCaller':
      if (!rows.canKeep(call)) return false;
      rows.keep(call);
      return true;
    case 'copy':
      copyNumber(call, rows);
      return true;
    default:
      rows.find(call);
      return true;
  }
}
