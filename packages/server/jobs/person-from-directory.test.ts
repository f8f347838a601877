import { personId } from '@switchboard/domain/ids';
import { describe, expect, test } from 'vitest';
import { personFromDirectory } from './person-from-directory.ts';

const jan = personId('c011ea60-0001-4c0d-9e0a-00000000a001');

describe('A person of the directory', () => {
  test('keeps what a change does not mention, and loses what it clears', () => {
    const known = personFromDirectory(
      {
        id: jan,
        displayName: 'Jan de Vries',
        department: 'Cardiology',
        businessPhones: ['+44 20 7946 0103'],
      },
      undefined,
    );
    const changed = personFromDirectory({ id: jan, department: null, jobTitle: 'Cardiologist' }, known);
    expect(changed).toEqual({
      personId: jan,
      name: 'Jan de Vries',
      phone: '+44 20 7946 0103',
      jobTitle: 'Cardiologist',
    });
  });

  test('is nobody to be put through to when the account is closed, a resource, or has no name', () => {
    expect(
      personFromDirectory({ id: jan, displayName: 'Jan', accountEnabled: false }, undefined),
    ).toBeUndefined();
    expect(
      personFromDirectory({ id: jan, displayName: 'Desk', isResourceAccount: true }, undefined),
    ).toBeUndefined();
    expect(personFromDirectory({ id: jan, displayName: ' ' }, undefined)).toBeUndefined();
  });
});
