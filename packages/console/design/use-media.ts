import { useSyncExternalStore } from 'react';

interface WatchedMedia {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => boolean;
}

/** By query: to ask a browser for one again at each drawing costs more than much that is drawn. */
const watched = new Map<string, WatchedMedia>();

function watch(query: string): WatchedMedia {
  const media = window.matchMedia(query);
  return {
    subscribe(listener) {
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    getSnapshot: () => media.matches,
  };
}

/** Whether the system or the window fits a CSS media query now. */
export function useMedia(query: string): boolean {
  const media = watched.get(query) ?? watch(query);
  watched.set(query, media);
  return useSyncExternalStore(media.subscribe, media.getSnapshot);
}
