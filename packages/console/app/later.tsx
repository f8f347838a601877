import { useCallback, useState } from 'react';
import { useLoaded } from '../design/use-loaded.ts';
import type { LaterPartsProps } from './later-parts.tsx';

const loadParts = () => import('./later-parts.tsx');
/** How long until it is tried again, in milliseconds. */
const pause = 3_000;

/** Everything that is not in the first picture: fetched right behind it, and again until it is here. */
export function Later(props: LaterPartsProps) {
  const { clock } = props.model;
  const [isWanted, setWanted] = useState(true);
  const onFailed = useCallback(() => {
    setWanted(false);
    clock.after(pause, () => setWanted(true));
  }, [clock]);
  const parts = useLoaded(isWanted, loadParts, onFailed);
  return parts !== undefined && <parts.LaterParts {...props} />;
}
