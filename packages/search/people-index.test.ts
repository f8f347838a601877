import { describe, expect, test } from 'vitest';
import { documentOf, indexOf } from './testing/sample-documents.testing.ts';

const contoso = indexOf(
  documentOf('jan', 'Jan de Vries', {
    department: 'Cardiology',
    city: 'Amsterdam',
    phones: ['+44 (0)20 7946 0123'],
    mail: 'jan.devries@contoso.example',
  }),
  documentOf('john', 'John Smith', { department: 'Finance', city: 'London', phones: ['+44 20 7946 0456'] }),
  documentOf('anna', 'Anna Müller', { city: 'Berlin', tasks: ['parking permits'], nicknames: ['Annie'] }),
  documentOf('karl', 'Karl Mueller', { alternateNames: ['Karl Weiß'] }),
  documentOf('hans', 'Hans Meyer-Schmidt'),
  documentOf('gita', 'Gita van der Berg', { office: 'B4.12' }),
  documentOf('zhanna', 'Жанна Иванова'),
  documentOf('taro', '山田太郎'),
  documentOf('soren', 'Søren Ærø Łukasz Þór'),
  documentOf('ian', 'Ian MacDonald', { phones: ['946 0999'] }),
  documentOf('marie', 'Anne Marie Dubois', { givenName: 'Anne Marie', surname: 'Dubois' }),
  documentOf('minjun', '김민준'),
  documentOf('obrien', 'Patrick O’Brien'),
  documentOf('phil', 'Marta Phillips'),
  documentOf('muhammad', 'محمد'),
);

const idsFor = (text: string): readonly string[] => contoso.search({ text }).hits.map(({ id }) => id);
const firstFor = (text: string): string | undefined => idsFor(text)[0];

describe('one is found by', () => {
  test.each([
    ['beginnings of words of several fields, in any order', 'smi fin lon', 'john'],
    ['the same the other way round', 'lon smi', 'john'],
    ['a surname under its particle', 'van der b', 'gita'],
    ['a surname without its particle', 'berg', 'gita'],
    ['a surname and its particles in short', 'vd berg', 'gita'],
    ['a surname and its particle in one', 'vanderberg', 'gita'],
    ['the second half of a double name', 'schmidt', 'hans'],
    ['both halves', 'meyer-schm', 'hans'],
    ['both halves in one', 'meyerschmidt', 'hans'],
    ['letters without their signs', 'soren aero lukasz thor', 'soren'],
    ['signs where the name has none', 'Jän', 'jan'],
    ['an umlaut spelled out', 'mueller anna', 'anna'],
    ['an umlaut where the name has it spelled out', 'müller karl', 'karl'],
    ['a letter for an umlaut that is spelled out', 'muller karl', 'karl'],
    ['a sharp s', 'weiss', 'karl'],
    ['initials', 'jdv', 'jan'],
    ['initials without the particle', 'gb', 'gita'],
    ['initials with dots', 'J.d.V.', 'jan'],
    ['initials beside another word', 'jdv card', 'jan'],
    ['a task, asked as a question', 'who does parking permits', 'anna'],
    ['a nickname', 'annie', 'anna'],
    ['a name of before', 'karl weiß', 'karl'],
    ['an office', 'B4.12', 'gita'],
    ['a mail address', 'jan.devries@contoso.example', 'jan'],
    ['its own script', 'Иванова', 'zhanna'],
    ['Latin letters for another script', 'zhanna ivanova', 'zhanna'],
    ['a given name of two words in one', 'annemarie dubois', 'marie'],
    ['a given name without a space before it', '太郎', 'taro'],
    ['the same in Latin letters', 'minjun', 'minjun'],
    ['consonants that all vowels were left out of', 'mohammed', 'muhammad'],
    ['a name in two words that is one', 'mac donald', 'ian'],
    ['a name without its apostrophe', 'obrien', 'obrien'],
    ['two letters swapped', 'smiht', 'john'],
    ['a letter left out, in two words', 'jhn smth', 'john'],
    ['a first letter that is wrong', 'dmith', 'john'],
    ['a beginning with a typo', 'phillxp', 'phil'],
    ['what it sounds like', 'filips', 'phil'],
    ['what it sounds like in German', 'maier', 'hans'],
    ['a number as it is dialled from abroad', '0044 20 7946 0123', 'jan'],
    ['a number with its country', '+44 20 7946-0123', 'jan'],
    ['a number as it is dialled at home', '(020) 7946 0123', 'jan'],
    ['a part of a number', '794604', 'john'],
    ['the end of a number beside a name', 'jan 0123', 'jan'],
    ['a number beside a name, with its country', 'jan +44 20 7946 0123', 'jan'],
    ['a number copied with marks that nobody sees', '\u202d+44 20 7946 0123\u202c', 'jan'],
    ['a number with dashes of a word processor', '020–7946–0123', 'jan'],
    ['a number out of a link', 'tel:+442079460123', 'jan'],
    ['a number in wide digits', '０２０ ７９４６ ０１２３', 'jan'],
    ['a number of which the directory has the end alone', '+44 20 7946 0999', 'ian'],
    ['the keys that spell a name', '76484', 'john'],
  ])('%s: %j', (_, text, id) => {
    expect(firstFor(text)).toBe(id);
  });
});

test('a mail address finds whose it is among many of the same name', () => {
  const smiths = Array.from({ length: 60 }, (_, n) =>
    documentOf(`smith-${n}`, 'John Smith', { mail: `john.smith${n}@contoso.example` }),
  );
  const index = indexOf(...smiths);
  for (const text of [
    'john.smith42@contoso.example',
    'John.Smith42@',
    'mail of john.smith42@contoso.example',
  ])
    expect(index.search({ text }).hits[0]?.id).toBe('smith-42');
  expect(index.search({ text: 'john.smith@' }).hits).toHaveLength(12);
});

test('nobody is found by what nobody has', () => {
  for (const text of ['', '   ', '…', 'xqzwv', '999999', '@', 'gita finance'])
    expect(idsFor(text)).toEqual([]);
});

test('better kinds of matches come first: whole names, beginnings, typos, sounds', () => {
  const index = indexOf(
    documentOf('sound', 'Ana Pauher'),
    documentOf('typo', 'Ana Baier'),
    documentOf('prefix', 'Ana Bauermann'),
    documentOf('word', 'Ana Bauer Cruz'),
    documentOf('exact', 'Ana Bauer'),
  );
  const { hits } = index.search({ text: 'ana bauer' });
  expect(hits.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'exact exact',
    'word word',
    'prefix prefix',
    'typo typo',
    'sound sound',
  ]);
});

test('a name counts more than any other field', () => {
  const index = indexOf(
    documentOf('city', 'Omar Haddad', { city: 'Paris' }),
    documentOf('name', 'Rosa Parisi'),
  );
  expect(index.search({ text: 'paris' }).hits.map(({ id }) => id)).toEqual(['name', 'city']);
});

test('boosts lift what the text finds, and nothing else', () => {
  const people = ['a', 'b', 'c'].map((id) => documentOf(id, `Ana Cruz ${id}`));
  const index = indexOf(...people, documentOf('other', 'Omar Haddad'));
  const boosts = [
    ['c', 50],
    ['b', 20],
    ['other', 5_000],
    ['nobody', 1],
  ] as const;
  expect(index.search({ text: 'ana', boosts }).hits.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

test('who is gone from the organisation comes last, whatever speaks for them', () => {
  const index = indexOf(
    documentOf('former', 'Ana Cruz', { isFormer: true }),
    documentOf('here', 'Ana-Maria Cruzado'),
  );
  const boosts = [['former', 2_000]] as const;
  expect(index.search({ text: 'ana cruz', boosts }).hits.map(({ id }) => id)).toEqual(['here', 'former']);
});

test('equally good ones come by name, then by id', () => {
  const index = indexOf(
    documentOf('2', 'Zoe Berg'),
    documentOf('3', 'Ana Berg'),
    documentOf('1', 'Zoe Berg'),
    documentOf('4', 'Ärna Berg'),
  );
  expect(index.search({ text: 'berg' }).hits.map(({ id }) => id)).toEqual(['3', '4', '1', '2']);
});

test('filters by source, department, place and ids are kept, whatever case and signs', () => {
  const index = indexOf(
    documentOf('a', 'Ana Cruz', { department: 'Läger', city: 'Oslo', source: 'directory' }),
    documentOf('b', 'Ana Cruz', { department: 'Sales', city: 'Bergen', office: 'Oslo', source: 'personal' }),
    documentOf('c', 'Ana Cruz', { department: 'Sales', city: 'Bergen', source: 'directory' }),
  );
  const found = (filters: object): readonly string[] =>
    index.search({ text: 'ana', filters }).hits.map(({ id }) => id);
  expect(found({ departments: ['lager'] })).toEqual(['a']);
  expect(found({ places: ['oslo'] })).toEqual(['a', 'b']);
  expect(found({ sources: ['directory'], departments: ['SALES'] })).toEqual(['c']);
  expect(found({ ids: ['c', 'a', 'nobody'] })).toEqual(['a', 'c']);
  expect(found({ ids: [] })).toEqual([]);
  expect(index.search({ text: 'ana sales', filters: { ids: ['b', 'a'] } }).hits.map(({ id }) => id)).toEqual([
    'b',
  ]);
});

test('the answer says how many there are, and whether that is all', () => {
  const index = indexOf(...Array.from({ length: 40 }, (_, n) => documentOf(String(n), `Ana Cruz ${n}`)));
  const answer = index.search({ text: 'cruz', limit: 5 });
  expect(answer.hits).toHaveLength(5);
  expect(answer).toMatchObject({ total: 40, isCapped: false });
  expect(index.search({ text: 'ana cruz', limit: 1_000 }).hits).toHaveLength(40);
});

test('a changed document is found by what it is now, a removed one not at all', () => {
  const index = indexOf(documentOf('a', 'Ana Cruz'), documentOf('b', 'Omar Haddad'));
  index.put([documentOf('a', 'Ana Silva')]);
  index.remove(['b', 'nobody']);
  expect(index.size).toBe(1);
  for (const gone of ['cruz', 'omar']) expect(index.search({ text: gone }).hits).toEqual([]);
  expect(index.search({ text: 'ana' }).hits.map(({ id }) => id)).toEqual(['a']);
});

test('of two documents with one id in one page the later counts', () => {
  const index = indexOf(documentOf('a', 'Zoe Cruz'), documentOf('a', 'Ana Silva'));
  expect(index.size).toBe(1);
  expect(index.search({ text: 'cruz' }).hits).toEqual([]);
  expect(index.search({ text: 'silva' }).hits).toHaveLength(1);
});

test('segments stay few, and changes between the steps of joining them are not lost', () => {
  const index = indexOf();
  for (let n = 0; n < 40; n += 1) index.put([documentOf(String(n), `Ana Cruz ${n}`)]);
  const steps = index.tidy();
  steps.next();
  index.remove(['3']);
  index.put([documentOf('4', 'Omar Haddad')]);
  while (steps.next().done !== true);
  expect(index.isUntidy).toBe(false);
  expect(index.segments.length).toBeLessThan(8);
  expect(index.size).toBe(39);
  expect(index.search({ text: 'cruz', limit: 100 }).hits).toHaveLength(38);
});

test('initials of a few have places of their own among many whose names begin so', () => {
  const index = indexOf(
    ...Array.from({ length: 30 }, (_, n) => documentOf(`begin ${n}`, `Jo Cruz ${n}`)),
    documentOf('initials', 'Zoe Jane Oliver', { givenName: 'Jane', surname: 'Oliver' }),
  );
  const ids = index.search({ text: 'jo' }).hits.map(({ id }) => id);
  expect(ids.indexOf('initials')).toBe(9);
  expect(index.search({ text: 'J.O.' }).hits.map(({ id }) => id)[0]).toBe('initials');
});
