import { ok, type Result, refused } from '@switchboard/kit/result';
import type { Test } from './filter.ts';
import { readProperty, userProperty } from './user-json.ts';

const clausePattern = /\s*(?:"([^":]+):([^"]*)"|(AND|OR)\b)/y;

/** Words as the index cuts them; marks do not count. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** displayName is searched by the beginnings of its words, everything else by its own beginning. */
function clause(property: string, wanted: string): Test {
  const words = wordsOf(wanted);
  if (property === 'displayName') {
    return (person) => {
      const found = wordsOf(person.displayName);
      return words.every((word) => found.some((candidate) => candidate.startsWith(word)));
    };
  }
  const start = wanted.toLowerCase();
  return (person) => {
    const value = readProperty(person, property);
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.some((entry) => typeof entry === 'string' && entry.toLowerCase().startsWith(start));
  };
}

/** Reads `$search`: `"property:text"` joined by AND and OR, AND binding closer. */
export function readSearch(text: string): Result<Test, string> {
  const alternatives: Test[][] = [[]];
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
    const property = userProperty(name ?? '');
    if (property === undefined) return refused(`Property '${name ?? ''}' is not searchable on type 'user'.`);
    alternatives.at(-1)?.push(clause(property, wanted ?? ''));
  }
  if (expectsClause)
    return refused('Syntax error in $search: a clause such as "displayName:jan" is missing.');
  return ok((person) => alternatives.some((tests) => tests.every((test) => test(person))));
}
