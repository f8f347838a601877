import { ok, type Result, refused } from '@switchboard/kit/result';
import { type Asker, rightsOf } from '../client/asker.ts';
import type { GraphProblem } from '../client/graph-problem.ts';
import type { GraphClient } from '../client/graph-request.ts';
import { readODataPage } from '../wire/odata-page.ts';
import { type DirectoryPerson, personFields, readUser } from './directory-person.ts';
import { type DirectoryRefusal, directoryRefusal } from './directory-refusal.ts';
import { type MappedProperty, selected } from './mapped-property.ts';

export interface PeopleSearch {
  /** What the operator typed. Every word of it must be found. */
  readonly text: string;
  /** 25 unless given, 999 at most. */
  readonly limit?: number;
  readonly mapped?: readonly MappedProperty[];
}

export interface FoundPeople {
  readonly people: readonly DirectoryPerson[];
  /** `start` when Graph did not take a search, so that only the starts of whole fields were looked at. */
  readonly by: 'words' | 'start';
  readonly ignored: readonly string[];
}

/** Fields that `$search` and `startswith` both take (https://learn.microsoft.com/graph/aad-advanced-queries, read 2026-11-23). */
const searchedFields = ['displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'] as const;
const mostPeople = 999;
/** A longer query is no name. */
const mostWords = 6;
const longestWord = 60;

/**
 * Asks the directory itself, for names that the copy of it does not have yet: by the words of the text, or, where Graph
 * does not take that (a tenant of Azure AD B2C, a cloud without it), by how the fields begin. The answer comes from an
 * index that runs some seconds behind.
 */
export async function searchPeople(
  client: GraphClient,
  asker: Asker,
  { text, limit = 25, mapped = [] }: PeopleSearch,
): Promise<Result<FoundPeople, DirectoryRefusal>> {
  const words = wordsOf(text);
  if (words.length === 0) return ok({ people: [], by: 'words', ignored: [] });
  const shape = `$select=${selected(personFields, mapped)}&$top=${Math.min(Math.max(1, limit), mostPeople)}`;
  const ask = (query: string, headers: Readonly<Record<string, string>> = {}) =>
    client.request({
      ...rightsOf(asker),
      method: 'GET',
      path: `/users?${query}&${shape}`,
      headers,
      kind: 'directory',
      retry: 'safe',
      priority: 'high',
    });
  const searched = await ask(`$search=${encodeURIComponent(searchOf(words))}&$count=true`, {
    ConsistencyLevel: 'eventual',
  });
  if (searched.ok) return found(searched.value.body, 'words', mapped);
  if (!isNotTaken(searched.refusal)) return refused(directoryRefusal(searched.refusal));
  const filtered = await ask(`$filter=${encodeURIComponent(filterOf(words.join(' ')))}`);
  return filtered.ok
    ? found(filtered.value.body, 'start', mapped)
    : refused(directoryRefusal(filtered.refusal));
}

/** A 400 is about the form of the query (`Request_UnsupportedQuery`, `Request_BadRequest`). */
const isNotTaken = ({ kind, status }: GraphProblem): boolean => kind === 'invalid' && status === 400;

/** Quotes and backslashes end or bend a search; they are in no name. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/["\\\p{Cc}]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));

/** One word may be in any field; of several, each is in the name. The two joins are never mixed, nor in brackets. */
function searchOf(words: readonly string[]): string {
  const [only] = words;
  return words.length === 1
    ? searchedFields.map((field) => `"${field}:${only}"`).join(' OR ')
    : words.map((word) => `"displayName:${word}"`).join(' AND ');
}

const filterOf = (text: string): string =>
  searchedFields.map((field) => `startswith(${field},'${text.replaceAll("'", "''")}')`).join(' or ');

function found(
  body: unknown,
  by: FoundPeople['by'],
  mapped: readonly MappedProperty[],
): Result<FoundPeople, DirectoryRefusal> {
  const page = readODataPage(body, 'users');
  if (!page.ok) return refused(directoryRefusal(page.refusal));
  const readings = page.value.value.map((item) => readUser(item, mapped));
  return ok({
    people: readings.flatMap(({ item }) => (item === undefined ? [] : [item])),
    by,
    ignored: readings.flatMap(({ ignored }, index) => ignored.map((one) => `value[${index}]: ${one}`)),
  });
}
