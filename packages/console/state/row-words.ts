import type { MatchView, PersonView } from '@switchboard/contract/views/person-view';

/** A text and what of it was found: stretches in UTF-16 units, in order, without overlaps. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** What a row says about somebody, and what of it the search found. */
export interface RowWords {
  readonly name: MarkedText;
  /** The department; of somebody without one the organisation. */
  readonly where: MarkedText | undefined;
  readonly jobTitle: MarkedText | undefined;
  readonly office: MarkedText | undefined;
  /** The number that was found, else their phone, else the next best. */
  readonly number: MarkedText | undefined;
  /** Why somebody is here whose row would not show it. */
  readonly reason: { readonly field: MatchView['field']; readonly text: MarkedText } | undefined;
}

const numbers = ['phone', 'mobile', 'otherPhone', 'teamsNumber'] as const;
/** Fields that have no place of their own in a row, what tells most first. */
const others = [
  'tasks',
  'nicknames',
  'alternateNames',
  'givenName',
  'surname',
  'organisation',
  'city',
  'mail',
] as const;

export function rowWords(person: PersonView): RowWords {
  const matches = person.matches ?? [];
  const name = namedPart(person);
  const whereField = person.department === undefined ? 'organisation' : 'department';
  const [where, jobTitle, office] = ([whereField, 'jobTitle', 'office'] as const).map((field) =>
    marked(
      person[field],
      matches.filter((match) => match.field === field),
    ),
  );
  const shown = [name, where, jobTitle, office].flatMap((part) => (part === undefined ? [] : found(part)));
  const reason = others
    .flatMap((field) => matches.filter((match) => match.field === field))
    .map((match) => ({ field: match.field, text: textOf(person, match, matches) }))
    // What the row shows already is no news: a mail address is made of the name.
    .find(({ text }) => text !== undefined && !found(text).every((part) => shown.includes(part)));
  return {
    name,
    where,
    jobTitle,
    office,
    number: numberOf(person),
    reason: reason?.text === undefined ? undefined : { field: reason.field, text: reason.text },
  };
}

/** The name with what was found of it, also where that was found as first name or surname. */
function namedPart(person: PersonView): MarkedText {
  const { name, matches = [] } = person;
  const stretches = matches.flatMap(({ field, start, end }): readonly Stretch[] => {
    if (field === 'name') return [{ start, end }];
    if (field !== 'givenName' && field !== 'surname') return [];
    const place = name.indexOf(person[field] ?? '\n');
    return place < 0 ? [] : [{ start: place + start, end: place + end }];
  });
  return marked(name, stretches) ?? { text: name, marks: [] };
}

function numberOf(person: PersonView): MarkedText | undefined {
  const match = person.matches?.find(({ field, phone }) => field === 'phones' && phone !== undefined);
  if (match?.phone !== undefined) return marked(person[match.phone], [match]);
  return marked(
    numbers.map((each) => person[each]).find((number) => number !== undefined),
    [],
  );
}

/** The whole value that a match is in, with everything found in it. */
function textOf(person: PersonView, match: MatchView, matches: readonly MatchView[]): MarkedText | undefined {
  const { field, value } = match;
  if (field === 'phones') return undefined;
  const content = person[field];
  const text = typeof content === 'string' ? content : content?.[value];
  return marked(
    text,
    matches.filter((each) => each.field === field && each.value === value),
  );
}

type Stretch = Pick<MatchView, 'start' | 'end'>;

function marked(text: string | undefined, stretches: readonly Stretch[]): MarkedText | undefined {
  if (text === undefined) return undefined;
  const marks: (readonly [number, number])[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, marks.at(-1)?.[1] ?? 0);
    const to = Math.min(end, text.length);
    if (from < to) marks.push([from, to]);
  }
  return { text, marks };
}

const found = ({ text, marks }: MarkedText): readonly string[] =>
  marks.map(([start, end]) =>
    text.slice(start, end).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase(),
  );
