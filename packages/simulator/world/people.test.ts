import { expect, test } from 'vitest';
import { contoso } from './contoso.ts';
import { asciiSpelling } from './names.ts';
import { createPeople } from './people.ts';

const all = (seed: number, count: number) => {
  const people = createPeople(seed, count);
  return Array.from({ length: people.count }, (_, number) => people.at(number));
};

test('the same seed makes the same people, another seed makes others', () => {
  expect(all(3, 200)).toEqual(all(3, 200));
  expect(all(4, 200).slice(20)).not.toEqual(all(3, 200).slice(20));
});

test('nobody is there twice', () => {
  const people = all(1, 5_000);
  expect(new Set(people.map(({ id }) => id)).size).toBe(5_000);
  expect(new Set(people.map(({ userPrincipalName }) => userPrincipalName)).size).toBe(5_000);
});

test('the fixed people and the queues are there whatever the size', () => {
  const names = all(9, 0).map(({ displayName }) => displayName);
  expect(names).toEqual(
    expect.arrayContaining(['Eva Berg', 'Omar Haddad', 'Jan de Vries', 'Contoso Reception']),
  );
});

test('names come in many scripts, addresses in ASCII', () => {
  const people = all(1, 2_000);
  const names = people.map(({ displayName }) => displayName).join(' ');
  for (const word of [
    'van der Berg',
    'Þórsdóttir',
    'Müller',
    'Łukasz',
    'Søren',
    'Nguyễn',
    "O'Neill",
    'Smith-Jones',
    '佐藤',
  ]) {
    expect(names).toContain(word);
  }
  for (const { userPrincipalName } of people)
    expect(userPrincipalName).toMatch(/^[a-z]+(\.[a-z]+)*\d*(_fabrikam\.example#EXT#)?@contoso\.example$/);
});

test('marks are dropped and ligatures written out in addresses', () => {
  expect(
    ['Müller', 'Weiß', 'Łęcki', 'Ærø', 'Nguyễn', "O'Neill", 'Þórdís', 'Işık'].map(asciiSpelling),
  ).toEqual(['muller', 'weiss', 'lecki', 'aero', 'nguyen', 'oneill', 'thordis', 'isik']);
});

test('there are guests, disabled accounts and people without a mobile', () => {
  const people = all(1, 2_000);
  expect(people.filter(({ kind }) => kind === 'guest').length).toBeGreaterThan(10);
  expect(
    people.filter(({ kind, accountEnabled }) => kind === 'member' && !accountEnabled).length,
  ).toBeGreaterThan(5);
  expect(people.filter(({ mobilePhone }) => mobilePhone === null).length).toBeGreaterThan(200);
});

test('every number lies in a range kept for fiction', () => {
  const ranges = [
    /^\+44 (20 7946|113 496|161 496|131 496|29 2018) 0\d{3}$/,
    /^\+44 7700 900\d{3}$/,
    /^\+49 (30 23125|89 99998|221 4710) \d{3}$/,
    /^\+33 1 99 00 \d{4}$/,
    /^\+1 \d{3} 555 01\d{2}$/,
    /^\+442079460[12]00$/,
  ];
  const phones = all(1, 2_000).flatMap(({ businessPhone, mobilePhone }) => [businessPhone, mobilePhone]);
  const strays = phones.filter((phone) => phone !== null && !ranges.some((range) => range.test(phone)));
  expect(strays).toEqual([]);
});

test('ids and names of nobody are not found', () => {
  const people = createPeople(1, 100);
  const beyond = createPeople(1, 200).at(150);
  for (const id of [beyond.id, 'nobody', contoso.tenantId]) expect(people.numberOfId(id)).toBeUndefined();
  for (const name of [beyond.userPrincipalName, 'jan.devries1@contoso.example', '@']) {
    expect(people.numberOfPrincipalName(name)).toBeUndefined();
  }
});

test('a department is told without making its people', () => {
  const people = createPeople(1, 2_000);
  for (let number = 0; number < people.count; number++)
    expect(people.departmentOf(number)).toBe(people.at(number).department);
});

test('a million people are there without being made', () => {
  const people = createPeople(1, 1_000_000);
  expect(people.at(999_999).id).toBeTruthy();
});
