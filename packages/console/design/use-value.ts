import { useSyncExternalStore } from 'react';

/** Something that has a value now and says when it has another. */
interface Watchable<T> {
  getSnapshot(): T;
  subscribe(listener: () => void): () => void;
}

/** The value now; the component is drawn again when it changes. */
export const useValue = <T>({ subscribe, getSnapshot }: Watchable<T>): T =>
  useSyncExternalStore(subscribe, getSnapshot);
