import type { PersonView } from '@switchboard/contract/views/person-view';
import { must } from '@switchboard/kit/assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { talkingCall } from '../testing/sample-office.testing.ts';

const taxi: PersonView = {
  personId: 's.1',
  source: 'shared',
  name: 'Tailspin Taxi',
  phone: '+1 555 0142',
  can: ['call', 'favourite', 'describe', 'change', 'remove'],
};

describe('The shared contacts', () => {
  let desk: Desk;
  const contacts = () => desk.model.directory.contacts;
  const form = () => {
    const state = contacts().state.getSnapshot();
    return must(state?.kind === 'contact' ? state.form : undefined, 'an open contact');
  };
  const said = (): string | undefined => {
    desk.clock.advance(1_500);
    return desk.said.at(-1);
  };
  beforeEach(() => {
    desk = openDesk();
    desk.line.welcome();
  });

  it('keep a new one, which is then looked at', () => {
    contacts().add();
    form().type('name', ' Tailspin Taxi ');
    form().type('phone', '+1 555 0142');
    form().type('tasks', 'Taxi\nParcels');
    contacts().save();
    const asked = desk.line.commands().at(-1);
    expect(asked).toEqual({
      type: 'saveSharedContact',
      id: expect.any(String),
      contact: { name: 'Tailspin Taxi', phone: '+1 555 0142', tasks: ['Taxi', 'Parcels'] },
    });
    desk.line.say({ type: 'person', id: asked?.id ?? '', person: taxi });
    expect(contacts().state.getSnapshot()).toBeUndefined();
    expect(desk.model.search.selected()).toMatchObject({ person: { personId: 's.1' } });
    expect(said()).toBe('Tailspin Taxi: kept as a shared contact');
  });

  it('say at the field what the server does not take, and keep what was typed', () => {
    desk.actions.people.changeContact(taxi);
    form().type('mobile', '12');
    contacts().save();
    desk.line.answerLast({ code: 'malformed', field: 'contact.mobile', remedy: 'Type all digits.' });
    expect(form().state.getSnapshot().problems.get('mobile')).toContain('Type all digits.');
    expect(form().state.getSnapshot().values.mobile).toBe('12');
    contacts().close();
    desk.actions.people.changeContact(taxi);
    expect(form().state.getSnapshot()).toMatchObject({ isDraft: true, values: { mobile: '12' } });
  });

  it('say which fields were changed, so that what a colleague changes meanwhile stays', () => {
    desk.actions.people.changeContact(taxi);
    form().type('city', 'Leeds');
    form().type('phone', '');
    contacts().save();
    expect(desk.line.commands().at(-1)).toMatchObject({
      type: 'saveSharedContact',
      personId: 's.1',
      contact: { name: 'Tailspin Taxi', city: 'Leeds' },
      changed: ['phone', 'city'],
    });
  });

  it('need a name', () => {
    contacts().add();
    contacts().save();
    expect(form().state.getSnapshot().problems.has('name')).toBe(true);
    expect(desk.line.commands()).toEqual([]);
  });

  it('lose one at the second press only', () => {
    desk.model.search.open(taxi);
    desk.actions.people.changeContact();
    expect(contacts().remove()).toBe(false);
    desk.clock.advance(3_000);
    expect(contacts().remove()).toBe(false);
    expect(desk.line.commands()).toEqual([]);
    expect(contacts().remove()).toBe(true);
    expect(desk.line.answerLast()).toMatchObject({ type: 'removeSharedContact', personId: 's.1' });
    expect(contacts().state.getSnapshot()).toBeUndefined();
    expect(desk.model.search.selected()).toBeUndefined();
    expect(said()).toBe('Tailspin Taxi: removed from the shared contacts');
  });

  it('keep a caller whom nobody knows, with number and name filled in', () => {
    const call = talkingCall(desk.clock.now(), { caller: { number: '+1 555 0142', name: 'TAXI' } });
    expect(desk.actions.people.isUnknown(call)).toBe(true);
    desk.actions.people.keepCaller(call);
    expect(form().state.getSnapshot().values).toMatchObject({ phone: '+1 555 0142', name: 'TAXI' });
    desk.line.say({ type: 'peopleChanged', people: [taxi], removed: [] });
    expect(desk.actions.people.isUnknown(call)).toBe(false);
    expect(desk.actions.people.isUnknown(talkingCall(0, { caller: {} }))).toBe(false);
  });

  it('tell what became of a file', async () => {
    const result = { added: 2, changed: 1, unchanged: 0, problems: [] };
    contacts().open();
    desk.line.takeContacts = () => Promise.resolve({ kind: 'read', result });
    await contacts().import('contacts.csv', new Blob(['name']));
    expect(contacts().state.getSnapshot()).toMatchObject({ imported: { kind: 'read', result } });
    desk.line.takeContacts = () => Promise.resolve({ kind: 'refused', status: 413 });
    await contacts().import('contacts.csv', new Blob(['name']));
    expect(contacts().state.getSnapshot()).toMatchObject({
      imported: { kind: 'failed', why: 'The file is too large. Send it in parts.' },
    });
    desk.line.takeContacts = () => Promise.resolve({ kind: 'unreachable' });
    await contacts().import('contacts.csv', new Blob(['name']));
    expect(contacts().state.getSnapshot()).toMatchObject({
      imported: { kind: 'failed', why: expect.stringContaining('Look at the list') },
    });
  });
});
