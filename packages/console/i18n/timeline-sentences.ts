import type { TimelineEntry } from '@switchboard/contract/views/timeline-view';

type Sentence = (entry: TimelineEntry) => string;

/** What a language says of a timeline. */
export interface TimelineWords {
  /** What each step means, by the event's type. */
  readonly steps: Readonly<Record<string, Sentence>>;
  /** @param operation what Graph was asked, by its own name */
  readonly asked: (operation: string) => string;
  readonly status: Record<NonNullable<TimelineEntry['request']>['status'], string>;
  readonly attempts: (count: number) => string;
}

/** One entry of a timeline in a sentence; the plain word of a step that is not known. */
export function timelineSentenceIn({ steps, asked, status, attempts }: TimelineWords): Sentence {
  return (entry) => {
    const { request, step } = entry;
    if (request === undefined) return (Object.hasOwn(steps, step) ? steps[step]?.(entry) : undefined) ?? step;
    return [
      asked(request.operation),
      status[request.status],
      ...(request.attempts > 1 ? [attempts(request.attempts)] : []),
      ...(request.took === undefined ? [] : [`${request.took} ms`]),
      ...(request.message === undefined ? [] : [request.message]),
    ].join(' · ');
  };
}

/** The word for a key, or the key where a newer server has one that is not known here. */
export const wordFor = (words: Readonly<Record<string, string>>, key: string | undefined): string =>
  key !== undefined && Object.hasOwn(words, key) ? (words[key] ?? key) : (key ?? '');
