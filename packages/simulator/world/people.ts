import { isUuid } from '@switchboard/kit/ids';
import { contoso } from './contoso.ts';
import { fixedPeople } from './fixed-people.ts';
import { nameOf } from './names.ts';
import type { Person } from './person.ts';
import { mix, pickFrom } from './random.ts';
import { departments, type Site, sites } from './workplaces.ts';

/**
 * The people of the tenant as a function of seed and number: nobody is held in memory, so a million cost nothing
 * until they are asked for. Numbers run from 0 to `count - 1`; the fixed people come first.
 */
export interface People {
  readonly count: number;
  at(number: number): Person;
  numberOfId(id: string): number | undefined;
  numberOfPrincipalName(name: string): number | undefined;
  managerOf(number: number): number | undefined;
  /** The same as `at(number).department`, without making the rest of the person. */
  departmentOf(number: number): string | null;
}

/** Odd, so multiplying by it modulo 2^32 can be undone by {@link unscramble}. */
const scramble = 0x9e3779b1;
/** The inverse of {@link scramble} modulo 2^32. */
const unscramble = inverse(scramble);

function inverse(odd: number): number {
  let guess = odd;
  // Newton's step doubles the correct bits: 3 to begin with, 48 after four.
  for (let step = 0; step < 4; step++) guess = Math.imul(guess, 2 - Math.imul(odd, guess));
  return guess >>> 0;
}

const hex = (value: number, digits: number): string =>
  (value >>> 0).toString(16).padStart(digits, '0').slice(-digits);

/** An id from which the number can be read back without a table of a million rows. */
function idOf(seed: number, number: number): string {
  const hidden = Math.imul(number, scramble) ^ mix(seed, 77);
  const first = mix(seed, number, 4);
  const second = mix(seed, number, 5);
  const variant = hex(0x8000 | (second & 0x3fff), 4);
  return `${hex(first, 8)}-${hex(second >>> 16, 4)}-4${hex(first >>> 3, 3)}-${variant}-${hex(second >>> 7, 4)}${hex(hidden, 8)}`;
}

function phoneAt(site: Site, position: number): string {
  const room = 10 ** site.digits;
  return site.prefix + String(position % room).padStart(site.digits, '0');
}

/** Area codes of North America; numbers 555-0100 to 555-0199 are fictional in each. */
const mobileAreas = [201, 305, 312, 404, 415, 503, 512, 602, 617, 702, 713, 720, 801, 808, 907] as const;

function mobileOf(seed: number, number: number): string | null {
  const chance = mix(seed, number, 6) % 10;
  if (chance < 4) return null;
  if (chance < 8) return `+44 7700 900${String(mix(seed, number, 7) % 1000).padStart(3, '0')}`;
  const last = String(mix(seed, number, 8) % 100).padStart(2, '0');
  return `+1 ${pickFrom(mobileAreas, mix(seed, number, 9))} 555 01${last}`;
}

/** Every fourth has a second telephone in the first, everybody a cost centre in the second. */
function extensionsOf(seed: number, number: number, site: Site): Readonly<Record<string, string>> {
  const chance = mix(seed, number, 14);
  const extensionAttribute2 = `CC-${String(chance % 900).padStart(3, '0')}`;
  if (chance % 4 !== 0) return { extensionAttribute2 };
  return { extensionAttribute1: phoneAt(site, chance >>> 8), extensionAttribute2 };
}

const isGuestAt = (seed: number, number: number, place: number): boolean =>
  place > 8 && mix(seed, number, 11) % 40 === 0;

function generated(seed: number, number: number, rank: number): Person {
  const name = nameOf(seed, number);
  const department = pickFrom(departments, rank);
  const place = Math.floor(rank / departments.length);
  const siteNumber = mix(seed, number, 10) % sites.length;
  const site = pickFrom(sites, siteNumber);
  const isGuest = isGuestAt(seed, number, place);
  const nickname = `${name.mailNickname}${number}`;
  const title = pickFrom(department.titles, mix(seed, number, 12));
  return {
    id: idOf(seed, number),
    kind: isGuest ? 'guest' : 'member',
    accountEnabled: place < 9 || mix(seed, number, 13) % 60 !== 0,
    displayName: isGuest ? `${name.displayName} (Fabrikam)` : name.displayName,
    givenName: name.givenName,
    surname: name.surname,
    userPrincipalName: isGuest
      ? `${nickname}_fabrikam.example#EXT#@${contoso.domain}`
      : `${nickname}@${contoso.domain}`,
    mail: isGuest ? `${nickname}@fabrikam.example` : `${nickname}@${contoso.domain}`,
    mailNickname: nickname,
    businessPhone: isGuest ? null : phoneAt(site, 300 + Math.floor(number / sites.length)),
    mobilePhone: mobileOf(seed, number),
    faxNumber: place < 9 ? phoneAt(site, 200 + rank) : null,
    companyName: isGuest ? 'Fabrikam' : contoso.tenantName,
    department: isGuest ? null : department.name,
    jobTitle: isGuest
      ? null
      : place === 0
        ? `Head of ${department.name}`
        : place < 9
          ? `Lead ${title}`
          : title,
    officeLocation: `${site.city} ${1 + (place % 9)}.${String(1 + (number % 40)).padStart(2, '0')}`,
    streetAddress: site.streetAddress,
    postalCode: site.postalCode,
    city: site.city,
    state: site.state,
    country: site.country,
    usageLocation: site.usageLocation,
    preferredLanguage: name.language,
    employeeId: isGuest ? null : `C${String(number).padStart(7, '0')}`,
    otherMails: isGuest ? [`${nickname}@fabrikam.example`] : [],
    extensionAttributes: isGuest ? {} : extensionsOf(seed, number, site),
    isHidden: place > 8 && mix(seed, number, 15) % 80 === 0,
    isOperator: false,
  };
}

/** Reads the number out of `given.surname123@…` and `given.surname123_fabrikam.example#EXT#@…`. */
const numberInName = /^[^@\d]*?(\d+)(?:_|@)/;

/** @param count at least the fixed people; the rest is generated. */
export function createPeople(seed: number, count: number): People {
  const total = Math.max(count, fixedPeople.length);
  const fixedIds = new Map(fixedPeople.map(({ person }, number) => [person.id, number]));
  const fixedNames = new Map(fixedPeople.map(({ person }, number) => [person.userPrincipalName, number]));

  const at = (number: number): Person =>
    fixedPeople[number]?.person ?? generated(seed, number, number - fixedPeople.length);
  const checked = (number: number, fits: (person: Person) => boolean): number | undefined =>
    Number.isInteger(number) && number >= fixedPeople.length && number < total && fits(at(number))
      ? number
      : undefined;

  return {
    count: total,
    at,
    numberOfId(id) {
      const key = id.toLowerCase();
      const fixed = fixedIds.get(key);
      if (fixed !== undefined || !isUuid(key)) return fixed;
      const hidden = (Number.parseInt(key.slice(-8), 16) ^ mix(seed, 77)) >>> 0;
      return checked(Math.imul(hidden, unscramble) >>> 0, (person) => person.id === key);
    },
    numberOfPrincipalName(name) {
      const key = name.toLowerCase();
      const fixed = fixedNames.get(key);
      const number = numberInName.exec(key)?.[1];
      if (fixed !== undefined || number === undefined) return fixed;
      return checked(Number(number), (person) => person.userPrincipalName.toLowerCase() === key);
    },
    departmentOf(number) {
      const fixed = fixedPeople[number];
      if (fixed) return fixed.person.department;
      const rank = number - fixedPeople.length;
      const isGuest = isGuestAt(seed, number, Math.floor(rank / departments.length));
      return isGuest ? null : pickFrom(departments, rank).name;
    },
    managerOf(number) {
      const fixed = fixedPeople[number];
      if (fixed) return fixed.managerId === null ? undefined : fixedIds.get(fixed.managerId);
      const rank = number - fixedPeople.length;
      const place = Math.floor(rank / departments.length);
      if (place === 0) return fixedIds.get(contoso.people.director);
      // Eight people to a manager of the same department: a tree that grows with the tenant.
      const managerPlace = Math.floor((place - 1) / 8);
      return fixedPeople.length + managerPlace * departments.length + (rank % departments.length);
    },
  };
}
