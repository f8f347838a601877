import type { SearchField } from '../document/search-field.ts';

export interface SearchQuery {
  /**
   * As it is typed, key by key. What is beyond {@link longestQuery} is not looked at. Empty, it finds everybody whom the
   * filters name, by name; without filters nobody.
   */
  readonly text: string;
  /** Hits wanted: 12 unless said, {@link mostHits} at most. */
  readonly limit?: number | undefined;
  /** How many of the best to pass by, {@link mostPassedBy} at most. */
  readonly offset?: number | undefined;
  /**
   * What speaks for some documents beside the text: who was reached recently, a favourite, the caller's usual contact.
   * A match of a whole name is worth 1000, of a beginning 800. Only lifts what the text finds.
   */
  readonly boosts?: readonly (readonly [id: string, weight: number])[] | undefined;
  readonly filters?: SearchFilters | undefined;
}

/** A document must fit each filter that is given. Texts are compared without case and diacritics. */
export interface SearchFilters {
  readonly sources?: readonly string[] | undefined;
  readonly departments?: readonly string[] | undefined;
  /** Offices or cities. */
  readonly places?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** How a document was found, by its weakest word. `exact`: the whole name is what was typed. */
export type MatchKind =
  | 'exact'
  | 'word'
  | 'prefix'
  | 'initials'
  | 'spelling'
  | 'typo'
  | 'sound'
  | 'phone'
  | 'keypad';

/** What is to be highlighted: UTF-16 units of the text as it was put in. */
export interface FieldMatch {
  readonly field: SearchField;
  /** Which value, where the field is a list. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly kind: MatchKind;
}

export interface SearchHit {
  readonly id: string;
  readonly score: number;
  readonly kind: MatchKind;
  readonly matches: readonly FieldMatch[];
}

export interface SearchAnswer {
  /** Best first; equally good ones by name, then by id. */
  readonly hits: readonly SearchHit[];
  /** How many there are, about: a document that matches twice may count twice. */
  readonly total: number;
  /** There were too many to look at all of them: the total is at least that. */
  readonly isCapped: boolean;
}

/** Hits of one answer; and before them, of which whoever looks for a person has long seen enough. */
export const mostHits = 400;
export const mostPassedBy = 5_000;

/** UTF-16 units of a query that are looked at, and words of it. */
export const longestQuery = 160;
export const mostWords = 8;
