import { fromTeams, withDirectoryDefaults } from '@switchboard/domain/directory/directory-settings';
import type { Person } from '@switchboard/domain/directory/person';
import { personId } from '@switchboard/domain/ids';
import type { DirectoryPerson } from '@switchboard/graph/directory/directory-person';
import { describe, expect, test } from 'vitest';
import { personFromDirectory } from './person-from-directory.ts';

const jan = personId('c011ea60-0001-4c0d-9e0a-00000000a001');
const settings = withDirectoryDefaults({});

const from = (said: Omit<DirectoryPerson, 'id'>, known?: Person, more: Partial<typeof settings> = {}) =>
  personFromDirectory({ id: jan, ...said }, known, { ...settings, ...more });

describe('A person of the directory', () => {
  test('keeps what a change does not mention, and loses what it clears', () => {
    const known = from({
      displayName: 'Jan de Vries',
      department: 'Cardiology',
      businessPhones: ['+44 20 7946 0103'],
    });
    expect(from({ department: null, jobTitle: 'Cardiologist' }, known)).toEqual({
      personId: jan,
      name: 'Jan de Vries',
      phone: '+44 20 7946 0103',
      jobTitle: 'Cardiologist',
    });
  });

  test('without a name is nobody', () => {
    expect(from({ displayName: ' ' })).toBeUndefined();
  });

  test.each([
    ['disabled', { accountEnabled: false }],
    ['resources', { isResourceAccount: true }],
    ['resources', { department: 'Microsoft Communication Application Instance' }],
    ['hidden', { showInAddressList: false }],
  ] as const)('is shown as one of the %s only where the tenant wants those', (setting, said) => {
    expect(from({ displayName: 'Jan', ...said })).toBeUndefined();
    expect(from({ displayName: 'Jan', ...said }, undefined, { [setting]: true })).toMatchObject({
      name: 'Jan',
    });
  });

  test('stays a guest until it is said otherwise, and is left out where guests are', () => {
    const guest = from({ displayName: 'Jan', userType: 'Guest' });
    expect(from({ jobTitle: 'Visitor' }, guest)).toMatchObject({ isGuest: true });
    expect(from({ userType: 'Member' }, guest)).not.toHaveProperty('isGuest');
    expect(from({ jobTitle: 'Visitor' }, guest, { guests: false })).toBeUndefined();
  });

  test('has what the tenant keeps in properties of its own, each under its label', () => {
    const mapping = {
      otherPhone: 'extensionAttribute1',
      teamsNumber: 'extensionAttribute4',
      extra: [
        { label: 'Cost centre', property: 'extensionAttribute2' },
        { label: 'Badge', property: 'employeeId' },
      ],
    };
    const mapped = { extensionAttribute1: '+44 20 7946 0110', extensionAttribute2: 'CC-7', employeeId: null };
    const known = from({ displayName: 'Jan', mapped }, undefined, mapping);
    expect(known).toMatchObject({
      otherPhone: '+44 20 7946 0110',
      extra: [{ label: 'Cost centre', value: 'CC-7' }],
    });
    expect(from({ jobTitle: 'Nurse' }, known, mapping)).toMatchObject({
      otherPhone: '+44 20 7946 0110',
      extra: [{ label: 'Cost centre', value: 'CC-7' }],
    });
    expect(from({ mapped }, known, {})).toEqual({ personId: jan, name: 'Jan' });
  });

  test('keeps the number that Teams gave for as long as numbers come from there', () => {
    const known = { personId: jan, name: 'Jan', teamsNumber: '+442079460101' };
    expect(from({}, known, { teamsNumber: fromTeams })).toEqual(known);
    expect(from({}, known)).toEqual({ personId: jan, name: 'Jan' });
  });
});
