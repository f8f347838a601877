import { ok, type Result, refused } from '@switchboard/kit/result';
import { type EntityShape, propertyOf, readProperty } from './entity-shape.ts';
import type { Test } from './filter.ts';

const clausePattern = /\s*(?:"([^":]+):([^"]*)"|(AND|OR)\b)/y;

/** Words as the index cuts them; marks do not count. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Some texts are searched by the beginnings of their words, everything else by its own beginning. */
function clause<T>(shape: EntityShape<T>, property: string, wanted: string): Test<T> {
  const words = wordsOf(wanted);
  const start = wanted.toLowerCase();
  const isTokenised = shape.tokenised.includes(property);
  return (entity) => {
    const value = readProperty(shape, entity, property);
    if (isTokenised && typeof value === 'string') {
      const found = wordsOf(value);
      return words.every((word) => found.some((candidate) => candidate.startsWith(word)));
    }
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.some((entry) => typeof entry === 'string' && entry.toLowerCase().startsWith(start));
  };
}

/** Reads `$search`: `"property:text"` joined by AND and OR, AND binding closer. */
export function readSearch<T>(shape: EntityShape<T>, text: string): Result<Test<T>, string> {
  const alternatives: Test<T>[][] = [[]];
  let expectsClause = true;
  for (let at = 0; text.slice(at).trim() !== ''; at = clausePattern.lastIndex) {
    clausePattern.lastIndex = at;
    const match = clausePattern.exec(text);
    if (!match)
      return refused(`Syntax error in $search at position ${at}; write "displayName:jan" OR "mail:jan".`);
    const [, name, wanted, joiner] = match;
    if (joiner !== undefined ? expectsClause : !expectsClause) {
      return refused(
        `Syntax error in $search at position ${at}: clauses are joined by AND or OR in capitals.`,
      );
    }
    expectsClause = joiner !== undefined;
    if (joiner === 'OR') alternatives.push([]);
    if (joiner !== undefined) continue;
    const property = propertyOf(shape, name ?? '');
    if (property === undefined)
      return refused(`Property '${name ?? ''}' is not searchable on type '${shape.type}'.`);
    alternatives.at(-1)?.push(clause(shape, property, wanted ?? ''));
  }
  if (expectsClause)
    return refused('Syntax error in $search: a clause such as "displayName:jan" is missing.');
  return ok((entity) => alternatives.some((tests) => tests.every((test) => test(entity))));
}
