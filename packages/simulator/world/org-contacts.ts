import { asciiSpelling, nameOf } from './names.ts';
import { mix, pickFrom } from './random.ts';
import { sites } from './workplaces.ts';

/** Somebody of another organisation in Contoso's directory. */
export interface OrgContact {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly mail: string | null;
  readonly mailNickname: string;
  readonly companyName: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly businessPhone: string | null;
  readonly mobilePhone: string | null;
  readonly otherPhone: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
}

/** Companies that everybody knows to be made up, with the domains kept for examples. */
const companies = [
  ['Fabrikam', 'fabrikam.example', 'Supplies'],
  ['Northwind Traders', 'northwind.example', 'Sales'],
  ['Adventure Works', 'adventure-works.example', 'Transport'],
  ['Tailspin Toys', 'tailspin.example', 'Accounts'],
  ['Woodgrove Bank', 'woodgrove.example', 'Advice'],
  ['Litware', 'litware.example', 'Support'],
] as const;

/** One for every forty people, at least a dozen, and no more than a real tenant would keep by hand. */
const countFor = (people: number): number => Math.min(5_000, Math.max(12, Math.floor(people / 40)));

const hex = (value: number, digits: number): string => value.toString(16).padStart(8, '0').slice(-digits);

function orgContact(seed: number, number: number): OrgContact {
  const [company, domain, department] = pickFrom(companies, mix(seed, number, 41));
  const name = nameOf(mix(seed, 42), number);
  const site = pickFrom(sites, mix(seed, number, 43));
  const nickname = `${name.mailNickname}${number}`;
  const last = String(mix(seed, number, 44) % 100).padStart(2, '0');
  return {
    id: `0c0a7ac7-${hex(mix(seed, number, 45), 4)}-4c0d-9e0a-${hex(mix(seed, 46), 4)}${hex(number, 8)}`,
    displayName: `${name.displayName} (${company})`,
    givenName: name.givenName,
    surname: name.surname,
    mail: `${nickname}@${domain}`,
    mailNickname: nickname,
    companyName: company,
    department,
    jobTitle: number % 3 === 0 ? 'Account Manager' : 'Desk',
    businessPhone: `+1 425 555 01${last}`,
    mobilePhone:
      number % 2 === 0 ? `+44 7700 900${String(mix(seed, number, 47) % 1_000).padStart(3, '0')}` : null,
    otherPhone: number % 5 === 0 ? `+44 20 7946 08${last}` : null,
    street: site.streetAddress,
    postalCode: site.postalCode,
    city: site.city,
    state: site.state,
    country: site.country,
  };
}

/** Always there, whatever the size: a courier whom receptionists call. */
const courier: OrgContact = {
  ...orgContact(0, 0),
  id: '0c0a7ac7-0000-4c0d-9e0a-00000000c001',
  displayName: 'Adventure Works Courier Desk',
  givenName: null,
  surname: null,
  mail: 'courier@adventure-works.example',
  mailNickname: asciiSpelling('courier'),
  companyName: 'Adventure Works',
  department: 'Transport',
  jobTitle: null,
  businessPhone: '+44 20 7946 0850',
  mobilePhone: null,
  otherPhone: '+44 20 7946 0851',
};

export const orgContactsOf = (seed: number, people: number): OrgContact[] => [
  courier,
  ...Array.from({ length: countFor(people) - 1 }, (_, index) => orgContact(seed, index + 1)),
];
