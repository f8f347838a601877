import { must } from '@switchboard/kit/assert';
import { contoso, contosoQueues } from './contoso.ts';
import { asciiSpelling } from './names.ts';
import type { Person } from './person.ts';
import { pickFrom } from './random.ts';
import { sites } from './workplaces.ts';

interface FixedPerson {
  readonly person: Person;
  readonly managerId: string | null;
}

interface Facts {
  readonly id: string;
  readonly name: readonly [given: string, surname: string];
  readonly department: string;
  readonly jobTitle: string;
  readonly phone: string;
  readonly mobile?: string;
  readonly managerId: string | null;
  readonly isOperator?: boolean;
}

const people = contoso.people;

const facts: readonly Facts[] = [
  {
    id: people.eva,
    name: ['Eva', 'Berg'],
    department: 'Patient Services',
    jobTitle: 'Receptionist',
    phone: '+44 20 7946 0101',
    managerId: people.director,
    isOperator: true,
  },
  {
    id: people.omar,
    name: ['Omar', 'Haddad'],
    department: 'Patient Services',
    jobTitle: 'Receptionist',
    phone: '+44 20 7946 0102',
    managerId: people.director,
    isOperator: true,
  },
  {
    id: people.jan,
    name: ['Jan', 'de Vries'],
    department: 'Cardiology',
    jobTitle: 'Cardiologist',
    phone: '+44 20 7946 0103',
    mobile: '+44 7700 900103',
    managerId: people.sigridur,
  },
  {
    id: people.sigridur,
    name: ['Sigríður', 'Þórsdóttir'],
    department: 'Cardiology',
    jobTitle: 'Head of Cardiology',
    phone: '+44 20 7946 0104',
    mobile: '+44 7700 900104',
    managerId: people.director,
  },
  {
    id: people.lukasz,
    name: ['Łukasz', 'Müller'],
    department: 'Cardiology',
    jobTitle: 'Registrar',
    phone: '+44 20 7946 0105',
    managerId: people.sigridur,
  },
  {
    id: people.nguyen,
    name: ['Thị Lan', 'Nguyễn'],
    department: 'Radiology',
    jobTitle: 'Radiologist',
    phone: '+44 20 7946 0106',
    managerId: people.director,
  },
  {
    id: people.siobhan,
    name: ['Siobhán', "O'Neill"],
    department: 'Information Technology',
    jobTitle: 'Service Agent',
    phone: '+44 20 7946 0107',
    managerId: people.director,
  },
  {
    id: people.director,
    name: ['Søren', 'van der Berg'],
    department: 'Board',
    jobTitle: 'Managing Director',
    phone: '+44 20 7946 0108',
    managerId: null,
  },
];

function fixedPerson(given: Facts): FixedPerson {
  const [givenName, surname] = given.name;
  const nickname = `${asciiSpelling(givenName)}.${asciiSpelling(surname)}`;
  const london = pickFrom(sites, 0);
  return {
    managerId: given.managerId,
    person: {
      id: given.id,
      kind: 'member',
      accountEnabled: true,
      displayName: `${givenName} ${surname}`,
      givenName,
      surname,
      userPrincipalName: `${nickname}@${contoso.domain}`,
      mail: `${nickname}@${contoso.domain}`,
      mailNickname: nickname,
      businessPhone: given.phone,
      mobilePhone: given.mobile ?? null,
      faxNumber: null,
      companyName: contoso.tenantName,
      department: given.department,
      jobTitle: given.jobTitle,
      officeLocation: 'London 1.01',
      streetAddress: london.streetAddress,
      postalCode: london.postalCode,
      city: london.city,
      state: london.state,
      country: london.country,
      usageLocation: london.usageLocation,
      preferredLanguage: 'en-GB',
      employeeId: null,
      otherMails: [],
      extensionAttributes: {},
      isHidden: false,
      isOperator: given.isOperator ?? false,
    },
  };
}

function resourceAccount(queue: (typeof contosoQueues)[number]): FixedPerson {
  const nobody = must(facts[0], 'a fixed person');
  return {
    managerId: null,
    person: {
      ...fixedPerson(nobody).person,
      id: queue.id,
      kind: 'resource',
      // Resource accounts are disabled users (graph-contract A.1).
      accountEnabled: false,
      displayName: queue.displayName,
      givenName: null,
      surname: null,
      userPrincipalName: queue.userPrincipalName,
      mail: null,
      mailNickname: must(queue.userPrincipalName.split('@')[0], 'the nickname'),
      businessPhone: queue.number,
      mobilePhone: null,
      department: 'Microsoft Communication Application Instance',
      jobTitle: null,
      officeLocation: null,
      isHidden: true,
      isOperator: false,
    },
  };
}

/** The people and resource accounts that every Contoso has, in the order of the directory. */
export const fixedPeople: readonly FixedPerson[] = [
  ...facts.map(fixedPerson),
  ...contosoQueues.map(resourceAccount),
];
