import type { PersonView } from '@switchboard/contract/views/person-view';
import { must } from '@switchboard/kit/assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';
import { FakeStorage } from '../testing/fake-storage.testing.ts';
import { samplePeople } from '../testing/sample-office.testing.ts';

describe('What operators write about a person', () => {
  let storage: FakeStorage;
  let desk: Desk;
  const jan: PersonView = {
    ...must(samplePeople(0)[0], 'Jan'),
    note: { text: 'Calls back after 14:00', by: 'Ben Adeyemi', at: 0 },
    tasks: ['Referrals'],
  };
  const open = (): void => {
    desk = openDesk(undefined, storage);
    desk.line.welcome();
    desk.actions.people.describe(jan);
  };
  const form = () => must(desk.model.directory.editor.state.getSnapshot(), 'an open form').form;
  beforeEach(() => {
    storage = new FakeStorage();
    open();
  });

  it('begins with what is there, and sends what was changed, one entry a line', () => {
    expect(form().state.getSnapshot().values).toMatchObject({
      note: 'Calls back after 14:00',
      tasks: 'Referrals',
    });
    form().type('tasks', 'Referrals\n\n  Parking permits ');
    desk.model.directory.editor.save();
    expect(desk.line.answerLast()).toEqual({
      type: 'describePerson',
      id: expect.any(String),
      personId: 'person-1',
      tasks: ['Referrals', 'Parking permits'],
    });
    expect(desk.model.directory.editor.state.getSnapshot()).toBeUndefined();
    desk.clock.advance(1_500);
    expect(desk.said.at(-1)).toBe('Jan de Vries: saved');
    expect(desk.line.sent.at(-1)).toMatchObject({ type: 'readPerson', personId: 'person-1' });
  });

  it('removes a note by an empty text, and sends nothing when nothing was changed', () => {
    form().type('note', ' ');
    desk.model.directory.editor.save();
    expect(desk.line.answerLast()).toMatchObject({ note: '' });
    desk.actions.people.describe(jan);
    desk.model.directory.editor.save();
    expect(desk.line.commands()).toHaveLength(1);
    expect(desk.model.directory.editor.state.getSnapshot()).toBeUndefined();
  });

  it('keeps what was typed over a reload, until it is saved or thrown away', () => {
    form().type('note', 'Half a sen');
    open();
    expect(form().state.getSnapshot()).toMatchObject({ isDraft: true, values: { note: 'Half a sen' } });
    form().discard();
    expect(form().state.getSnapshot().values.note).toBe('Calls back after 14:00');
    open();
    expect(form().state.getSnapshot().isDraft).toBe(false);
  });

  it('keeps what was typed when it is refused, and says why at the field', () => {
    form().type('nicknames', 'JJ');
    desk.model.directory.editor.save();
    desk.line.answerLast({ code: 'malformed', field: 'nicknames.0', remedy: 'Shorter.' });
    const { problems, values, isSending } = form().state.getSnapshot();
    expect([problems.get('nicknames'), values.nicknames, isSending]).toEqual([
      expect.stringContaining('Shorter.'),
      'JJ',
      false,
    ]);
    expect(desk.model.notices.shown.getSnapshot()).toEqual([]);
    form().type('nicknames', 'J');
    expect(form().state.getSnapshot().problems.size).toBe(0);
    desk.model.directory.editor.save();
    desk.line.answerLast({ code: 'personUnknown' });
    expect(form().state.getSnapshot().problem).toMatch(/no longer there/);
  });

  it('keeps what was typed when it cannot be sent', () => {
    form().type('note', 'New');
    desk.line.lose();
    desk.model.directory.editor.save();
    expect(form().state.getSnapshot()).toMatchObject({
      isSending: false,
      problem: expect.stringContaining('Not saved'),
    });
    open();
    expect(form().state.getSnapshot().values.note).toBe('New');
  });

  it('says what is too long before it is sent', () => {
    form().type('nicknames', `${'x'.repeat(61)}\nshort`);
    form().type('tasks', Array.from({ length: 25 }, (_, n) => `task ${n}`).join('\n'));
    desk.model.directory.editor.save();
    expect(Array.from(form().state.getSnapshot().problems.keys()).toSorted()).toEqual(['nicknames', 'tasks']);
    expect(desk.line.commands()).toEqual([]);
  });

  it('works in a browser that keeps nothing, and forgets the drafts of who signs out', () => {
    form().type('note', 'Private');
    desk.model.directory.drafts.forgetAll();
    open();
    expect(form().state.getSnapshot().isDraft).toBe(false);
    storage.isForbidden = true;
    open();
    form().type('note', 'Typed');
    expect(form().state.getSnapshot().values.note).toBe('Typed');
    desk.model.directory.drafts.forgetAll();
  });

  it('does not open for somebody whom the operator may not describe', () => {
    desk.model.directory.editor.close();
    desk.actions.people.describe({ ...jan, can: ['call'] });
    expect(desk.model.directory.editor.state.getSnapshot()).toBeUndefined();
  });
});
