import { nameOf } from './names.ts';
import { mix, pickFrom } from './random.ts';
import { sites } from './workplaces.ts';

/** Somebody in a person's own Outlook contacts. */
export interface PersonalContact {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly mail: string | null;
  readonly businessPhones: readonly string[];
  readonly homePhones: readonly string[];
  readonly mobilePhone: string | null;
  readonly companyName: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  /** A text here, not somebody in the directory. */
  readonly manager: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly notes: string | null;
}

export type PersonalContactChange = Partial<Omit<PersonalContact, 'id'>>;

/** Ids of Outlook are long, opaque, and differ in case only at times. */
export const outlookId = (...parts: readonly (string | number)[]): string =>
  `AAMkAGI${Buffer.from(parts.join('.')).toString('base64url')}AAA=`;

const companies = ['Fabrikam', 'Northwind Traders', 'Litware', 'Tailspin Toys', null] as const;
const jobs = ['Sales', 'Dispatcher', 'Technician', 'Agent', null] as const;

export const emptyContact: PersonalContactChange & Omit<PersonalContact, 'id' | 'displayName'> = {
  givenName: null,
  surname: null,
  mail: null,
  businessPhones: [],
  homePhones: [],
  mobilePhone: null,
  companyName: null,
  department: null,
  jobTitle: null,
  manager: null,
  street: null,
  postalCode: null,
  city: null,
  state: null,
  country: null,
  notes: null,
};

/** The contact with this number in somebody's folder: a pure function of its arguments. */
export function generatedContact(
  seed: number,
  owner: number,
  folder: number,
  number: number,
): PersonalContact {
  const chance = mix(seed, owner, folder, number, 61);
  const name = nameOf(mix(seed, owner, 62), folder * 1_000 + number);
  const company = pickFrom(companies, chance);
  const site = pickFrom(sites, chance >>> 4);
  const last = String(chance % 100).padStart(2, '0');
  return {
    ...emptyContact,
    id: outlookId('contact', owner, folder, number),
    displayName: name.displayName,
    givenName: name.givenName,
    surname: name.surname,
    mail: chance % 5 === 0 ? null : `${name.mailNickname}@${company === null ? 'home' : 'work'}.example`,
    businessPhones: company === null ? [] : [`+1 425 555 01${last}`],
    homePhones: chance % 6 === 0 ? [`+44 113 496 0${String(chance % 1_000).padStart(3, '0')}`] : [],
    mobilePhone: chance % 3 === 0 ? null : `+44 7700 900${String((chance >>> 3) % 1_000).padStart(3, '0')}`,
    companyName: company,
    jobTitle: company === null ? null : pickFrom(jobs, chance >>> 6),
    manager: chance % 9 === 0 ? 'Ada Sample' : null,
    street: site.streetAddress,
    postalCode: site.postalCode,
    city: site.city,
    state: site.state,
    country: site.country,
  };
}
