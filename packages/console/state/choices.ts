import type { PersonView } from '@switchboard/contract/views/person-view';
import type { QueueView } from '@switchboard/contract/views/queue-view';
import type { FoundPeople } from './found-people.ts';

/** Somebody or something that a caller can be put through to. `key` tells the rows of the list apart. */
export type Choice =
  | { readonly kind: 'person'; readonly key: string; readonly person: PersonView }
  | { readonly kind: 'queue'; readonly key: string; readonly queue: QueueView }
  | { readonly kind: 'number'; readonly key: string; readonly number: string };

/** A row of the list: a choice, a place whose person is not read yet, or the name of what follows. */
export type Row =
  | Choice
  | { readonly kind: 'unread'; readonly key: string; readonly place: number }
  | { readonly kind: 'heading'; readonly key: string; readonly title: string };

export const personKey = (personId: string): string => `person-${personId}`;
const unreadKey = (place: number): string => `unread-${place}`;

/** What the list may offer besides people. */
export interface ChoiceScope {
  /** Queues that the call can be moved to. */
  readonly queues: readonly QueueView[];
  /** A typed number can be rung. */
  readonly numbers: boolean;
  /** The call that somebody is looked for. */
  readonly callId?: string | undefined;
}

/** The rows that a text finds: queues by their names, the people found, the number that was typed. */
export function rowsOf(text: string, found: FoundPeople, scope: ChoiceScope): readonly Row[] {
  const number = scope.numbers ? typedNumber(text) : undefined;
  return [
    ...scope.queues
      .filter(({ name }) => isNamed(name, text))
      .map((queue): Choice => ({ kind: 'queue', key: `queue-${queue.queueId}`, queue })),
    ...peopleRows(found),
    ...(number === undefined ? [] : [{ kind: 'number', key: 'number', number } as const]),
  ];
}

function peopleRows({ byPlace, count }: FoundPeople): readonly Row[] {
  const seen = new Set<string>();
  return Array.from({ length: count }, (_, place): Row => {
    const person = byPlace.get(place);
    if (person === undefined) return { kind: 'unread', key: unreadKey(place), place };
    // Between two pages somebody may have moved from one to the other, and is there twice.
    const isTwice = seen.has(person.personId);
    seen.add(person.personId);
    return { kind: 'person', key: `${personKey(person.personId)}${isTwice ? `~${place}` : ''}`, person };
  });
}

/** The rows that can be chosen, and are here. */
export const choicesIn = (rows: readonly Row[]): readonly Choice[] =>
  rows.filter((row) => row.kind !== 'unread' && row.kind !== 'heading');

/** The row to choose unless the operator chose one: a queue of just this name, else the best person, else the first. */
export function bestChoice(text: string, choices: readonly Choice[]): Choice | undefined {
  const isWhole = (choice: Choice): boolean =>
    choice.kind === 'queue' && fold(choice.queue.name) === fold(text.trim());
  return choices.find(isWhole) ?? choices.find(({ kind }) => kind === 'person') ?? choices[0];
}

/** A row that was chosen before its person was read is theirs now. */
export function followedKey(
  key: string | undefined,
  rows: readonly Row[],
  found: FoundPeople,
): string | undefined {
  if (key === undefined || rows.some((row) => row.key === key)) return key;
  const place = Number(/^unread-(\d+)$/.exec(key)?.[1]);
  const person = found.byPlace.get(place);
  return person === undefined ? undefined : personKey(person.personId);
}

/**
 * The text as a telephone number: only what numbers are written with, and at least three digits. What is copied often has
 * marks of direction around it, which nobody sees, and dashes of a word processor.
 */
export function typedNumber(text: string): string | undefined {
  const trimmed = text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .trim();
  const isNumber = /^\+?[\d\s().\-/]+$/.test(trimmed) && (trimmed.match(/\d/g) ?? []).length >= 3;
  return isNumber && trimmed.length <= 40 ? trimmed : undefined;
}

/** Every word of the text begins a word of the name. */
function isNamed(name: string, text: string): boolean {
  const words = fold(name).split(/\s+/);
  const asked = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return asked.length > 0 && asked.every((part) => words.some((word) => word.startsWith(part)));
}

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
