import { useCallback } from 'react';
import { useLoaded } from '../../design/use-loaded.ts';
import { useValue } from '../../design/use-value.ts';
import type { CallRowProps } from './call-row.ts';

const loadNote = () => import('./caller-note.tsx');

/** What is known of the caller, as soon as there is something. */
export function AboutCaller({ call, model }: Omit<CallRowProps, 'actions'>) {
  const caller = useValue(model.past.callers.byCall).get(call.callId);
  const isKnown = caller !== undefined && caller.people.length + caller.calls.length > 0;
  // Without it the card says what it says without: nobody is to be told while a call rings.
  const onFailed = useCallback(() => {}, []);
  const part = useLoaded(isKnown, loadNote, onFailed);
  return isKnown && part !== undefined ? <part.CallerNote caller={caller} model={model} /> : null;
}
