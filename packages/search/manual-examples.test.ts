import { expect, test } from 'vitest';
import { documentOf, indexOf } from './testing/sample-documents.testing.ts';

const index = indexOf(
  documentOf('ada', 'Ada Byron', {
    nicknames: ['Countess'],
    tasks: ['parking permits'],
    office: 'Leeds 4.12',
    city: 'Leeds',
    department: 'Legal',
    mail: 'ada.byron@contoso.example',
    phones: ['+442079460111'],
  }),
  documentOf('ingrid', 'Ingrid Sörensen', { jobTitle: 'Payroll clerk' }),
  documentOf('meyer', 'Eva Meyer'),
  documentOf('maier', 'Jo Maier'),
  documentOf('mayr', 'Lea Mayr'),
  documentOf('mueller', 'Tom Müller', { organisation: 'Fabrikam' }),
  documentOf('jan', 'Jan de Vries'),
  documentOf('ohno', 'Ken Ohno', { alternateNames: ['大野 健'] }),
);

// docs/manual/finding-people.md
test.each([
  ['byr', 'ada'],
  ['ada by', 'ada'],
  ['bayron', 'ada'],
  ['sorenzen', 'ingrid'],
  ['mueller', 'mueller'],
  ['muller', 'mueller'],
  ['jdv', 'jan'],
  ['J.d.V.', 'jan'],
  ['ohno', 'ohno'],
  ['大野', 'ohno'],
  ['countess', 'ada'],
  ['legal', 'ada'],
  ['payroll clerk', 'ingrid'],
  ['parking permits', 'ada'],
  ['fabrikam', 'mueller'],
  ['4.12', 'ada'],
  ['leeds', 'ada'],
  ['ada.byron@contoso.example', 'ada'],
  ['020 7946 0111', 'ada'],
  ['0111', 'ada'],
  ['2976', 'ada'],
  ['ada leeds', 'ada'],
])('as the manual says, %s finds %s first', (text, id) => {
  expect(index.search({ text }).hits[0]?.id).toBe(id);
});

test('as the manual says, meier finds all who sound like it', () => {
  const found = index.search({ text: 'meier' }).hits.map(({ id }) => id);
  expect(found.toSorted()).toEqual(['maier', 'mayr', 'meyer']);
});
