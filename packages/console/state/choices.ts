import type { PersonView } from '@switchboard/contract/views/person-view';
import type { QueueView } from '@switchboard/contract/views/queue-view';

/** Somebody or something that a caller can be put through to. `key` tells the rows of the list apart. */
export type Choice =
  | { readonly kind: 'person'; readonly key: string; readonly person: PersonView }
  | { readonly kind: 'queue'; readonly key: string; readonly queue: QueueView }
  | { readonly kind: 'number'; readonly key: string; readonly number: string };

export const personKey = (personId: string): string => `person-${personId}`;

/** What the list may offer besides people. */
export interface ChoiceScope {
  /** Queues that the call can be moved to. */
  readonly queues: readonly QueueView[];
  /** A typed number can be rung. */
  readonly numbers: boolean;
}

/** The rows that a text finds: queues by their names, the people found, the number that was typed. */
export function choicesOf(
  text: string,
  people: readonly PersonView[],
  scope: ChoiceScope,
): readonly Choice[] {
  const number = scope.numbers ? typedNumber(text) : undefined;
  return [
    ...scope.queues
      .filter(({ name }) => isNamed(name, text))
      .map((queue): Choice => ({ kind: 'queue', key: `queue-${queue.queueId}`, queue })),
    ...people.map((person): Choice => ({ kind: 'person', key: personKey(person.personId), person })),
    ...(number === undefined ? [] : [{ kind: 'number', key: 'number', number } as const]),
  ];
}

/** The row to choose unless the operator chose one: a queue of just this name, else the best person, else the first. */
export function bestChoice(text: string, choices: readonly Choice[]): Choice | undefined {
  const isWhole = (choice: Choice): boolean =>
    choice.kind === 'queue' && fold(choice.queue.name) === fold(text.trim());
  return choices.find(isWhole) ?? choices.find(({ kind }) => kind === 'person') ?? choices[0];
}

/** The text as a telephone number: only what numbers are written with, and at least three digits. */
export function typedNumber(text: string): string | undefined {
  const trimmed = text.trim();
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
