import type { MatchView, PersonView } from '@switchboard/contract/views/person-view';
import { describe, expect, it } from 'vitest';
import { rowWords } from './row-words.ts';

const person = (matches: readonly Partial<MatchView>[], more: Partial<PersonView> = {}): PersonView => ({
  personId: 'p',
  source: 'directory',
  name: 'Jan de Vries',
  department: 'Cardiology',
  phone: '+44 20 7946 0210',
  mobile: '+1 555 0110',
  tasks: ['Referrals', 'Parking permits'],
  mail: 'jan.devries@contoso.example',
  can: [],
  matches: matches.map((match) => ({ field: 'name', value: 0, start: 0, end: 3, kind: 'word', ...match })),
  ...more,
});

describe('The words of a row', () => {
  it('mark what was found of the name, also where it was found as first name or surname', () => {
    const words = rowWords(person([{ field: 'surname', start: 3, end: 8 }], { surname: 'de Vries' }));
    expect(words.name).toEqual({ text: 'Jan de Vries', marks: [[7, 12]] });
    expect(words.reason).toBeUndefined();
  });

  it('show a field that has no place in the row, when only that explains why somebody is here', () => {
    const words = rowWords(person([{ field: 'tasks', value: 1, start: 0, end: 7 }]));
    expect(words.reason).toEqual({ field: 'tasks', text: { text: 'Parking permits', marks: [[0, 7]] } });
  });

  it('leave out what the row shows already: a mail address is made of the name', () => {
    const words = rowWords(person([{}, { field: 'mail' }]));
    expect(words.reason).toBeUndefined();
    const both = rowWords(person([{}, { field: 'mail' }, { field: 'tasks', value: 1, start: 0, end: 4 }]));
    expect(both.reason?.field).toBe('tasks');
  });

  it('show the number that was found in place of the phone', () => {
    const words = rowWords(person([{ field: 'phones', phone: 'mobile', start: 3, end: 6 }]));
    expect(words.number).toEqual({ text: '+1 555 0110', marks: [[3, 6]] });
    expect(rowWords(person([])).number).toEqual({ text: '+44 20 7946 0210', marks: [] });
  });

  it('survive marks that overlap or lie outside of the text', () => {
    const words = rowWords(
      person([
        { start: 4, end: 90 },
        { start: 0, end: 6 },
        { start: 50, end: 60 },
        { field: 'tasks', value: 7 },
      ]),
    );
    expect(words.name.marks).toEqual([
      [0, 6],
      [6, 12],
    ]);
    expect(words.reason).toBeUndefined();
  });
});
