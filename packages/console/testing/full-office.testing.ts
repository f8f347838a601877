import type { PersonView } from '@switchboard/contract/views/person-view';
import { must } from '@switchboard/kit/assert';
import { samplePeople } from './sample-office.testing.ts';

/** Somebody of every kind, with everything that can be known. */
export function fillOffice(put: (person: PersonView) => void): void {
  const now = Date.now();
  const [jan, janneke] = samplePeople(now);
  const [one, other] = [must(jan, 'Jan'), must(janneke, 'Janneke')];
  const can: PersonView['can'] = ['call', 'favourite', 'describe', 'readCalendar'];
  put({
    ...one,
    givenName: 'Jan',
    surname: 'de Vries',
    nicknames: ['JJ'],
    alternateNames: ['Jan Jansen'],
    organisation: 'Contoso Hospital',
    street: 'Keizersgracht 1',
    postalCode: '1015',
    city: 'Amsterdam',
    country: 'Netherlands',
    otherPhone: '+44 20 7946 0298',
    teamsNumber: '+44 20 7946 0299',
    managerId: 'boss',
    tasks: ['Referrals', 'Parking permits'],
    note: { text: 'Calls back after 14:00.', by: 'Ben Adeyemi', at: now - 86_400_000 },
    extra: [{ label: 'Cost centre', value: '4711' }],
    can: [...one.can, 'message'],
    presence: {
      ...must(one.presence, 'a presence'),
      // Not fresh: its age is said beside it, however fast one walks past.
      ...{ asOf: now - 95_000, staleAt: now - 85_000 },
      outOfOffice: { message: 'At a congress until Thursday.' },
      statusMessage: 'On the ward until noon',
      workLocation: { kind: 'office', place: 'Building 4' },
    },
  });
  put({ ...other, personId: 'boss', name: 'Ingrid Sörensen', jobTitle: 'Head of medicine', can });
  put({
    ...{ personId: 's.taxi', source: 'shared', name: 'Tailspin Taxi', phone: '+1 555 0143' },
    ...{ tasks: ['Taxi', 'Parcels'], organisation: 'Tailspin', city: 'Amsterdam' },
    can: ['call', 'favourite', 'describe', 'change', 'remove'],
  });
  put({
    ...{ personId: 'o.tax', source: 'organisation', name: 'Tax office', phone: '+44 20 7946 0301' },
    can: ['call'],
  });
  put({
    ...{ personId: 'p.tante', source: 'personal', name: 'Tante Ria', mobile: '+1 555 0144' },
    can: ['call'],
  });
  put({ ...other, personId: 'guest', name: 'Tariq Guest', isGuest: true, can });
  put({ ...other, personId: 'former', name: 'Tamara Former', isFormer: true, can: [] });
  put({ ...other, personId: 'forwarded', name: 'Tadeusz Forwarded', isForwarded: true, can });
  for (let number = 0; number < 214; number += 1) {
    const name = `Temp ${String(number).padStart(3, '0')}`;
    put({ personId: `temp-${number}`, source: 'directory', name, department: 'Pool', can });
  }
}
