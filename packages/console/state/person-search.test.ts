import type { Search } from '@switchboard/contract/commands/search';
import { must } from '@switchboard/kit/assert';
import { ManualClock } from '@switchboard/kit/clock';
import { beforeEach, describe, expect, it } from 'vitest';
import { samplePeople } from '../testing/sample-office.testing.ts';
import { personKey, type Row } from './choices.ts';
import { PersonSearch } from './person-search.ts';

describe('The search', () => {
  let clock: ManualClock;
  let sent: Search[];
  let isOnline: boolean;
  let search: PersonSearch;
  let favourites: readonly Row[];
  const people = samplePeople(0);

  beforeEach(() => {
    clock = new ManualClock(1_000);
    sent = [];
    isOnline = true;
    search = new PersonSearch({
      clock,
      newId: () => `s${sent.length}`,
      send: (message) => isOnline && sent.push(message) > 0,
      scope: () => ({ queues: [], numbers: false }),
      favourites: () => favourites,
    });
    favourites = [];
  });
  const answer = (id: string, from = 0, to = 3): void =>
    search.heard({ type: 'people', id, people: people.slice(from, to), total: 1, more: false });
  const state = () => search.state.getSnapshot();
  const texts = (): readonly string[] => sent.map((message) => message.text);

  it('asks at the first letter at once, then once for what is typed within 60 ms', () => {
    search.type('j');
    search.type('ja');
    search.type('jan');
    expect(texts()).toEqual(['j']);
    clock.advance(59);
    expect(texts()).toEqual(['j']);
    clock.advance(1);
    expect(texts()).toEqual(['j', 'jan']);
  });

  it('keeps the old results until the new ones are there, and chooses the best hit', () => {
    search.type('j');
    answer('s0');
    expect(state()).toMatchObject({ status: 'shown', foundBy: 'j', selectedKey: 'person-person-1' });
    clock.advance(100);
    search.type('ja');
    expect(state().choices).toHaveLength(3);
    expect(search.isUpToDate()).toBe(false);
    answer('s1', 1);
    expect(state()).toMatchObject({ foundBy: 'ja', selectedKey: 'person-person-2' });
    expect(search.isUpToDate()).toBe(true);
  });

  it('asks again for whom it found nobody, without a word, until somebody is there or another text', () => {
    search.type('newcomer');
    answer('s0', 0, 0);
    expect(state()).toMatchObject({ status: 'shown', rows: [] });
    clock.advance(5_000);
    expect(texts()).toEqual(['newcomer', 'newcomer']);
    clock.advance(4_000);
    expect(state().status).toBe('shown');
    answer('s1', 0, 0);
    clock.advance(5_000);
    answer('s2', 0, 1);
    expect(state().choices).toHaveLength(1);
    clock.advance(60_000);
    expect(texts()).toHaveLength(3);
    search.type('nobody');
    answer('s3', 0, 0);
    search.type('');
    clock.advance(60_000);
    expect(texts()).toHaveLength(4);
  });

  it('leaves out answers to earlier questions', () => {
    search.type('j');
    clock.advance(100);
    search.type('ja');
    answer('s0');
    expect(state().choices).toEqual([]);
  });

  it('leaves out an answer that comes after the text was cleared', () => {
    search.type('j');
    search.clear();
    answer('s0');
    expect(state()).toMatchObject({ status: 'idle', choices: [] });
    expect(clock.nextDue()).toBeUndefined();
  });

  it('moves the choice and stops at the ends; a choice by hand survives the same text asked again', () => {
    search.type('j');
    answer('s0');
    search.move(1);
    expect(search.selected()?.key).toBe('person-person-2');
    search.move(99);
    expect(search.selected()?.key).toBe('person-person-3');
    search.move(-99);
    expect(search.selected()?.key).toBe('person-person-1');
    search.move(1);
    search.reconnected();
    answer('s1');
    expect(search.selected()?.key).toBe('person-person-2');
  });

  it('says when no answer comes, and takes a late one', () => {
    search.type('j');
    clock.advance(3_000);
    expect(state().status).toBe('slow');
    answer('s0');
    expect(state().status).toBe('shown');
  });

  it('keeps everything while it cannot ask, and asks when it can again', () => {
    search.type('j');
    answer('s0');
    isOnline = false;
    clock.advance(100);
    search.type('ja');
    expect(state()).toMatchObject({ status: 'offline', text: 'ja' });
    expect(state().choices).toHaveLength(3);
    isOnline = true;
    search.reconnected();
    expect(texts()).toEqual(['j', 'ja']);
  });

  it('asks nothing for blanks, and no more than the contract takes', () => {
    search.type('   ');
    expect(texts()).toEqual([]);
    search.type('x'.repeat(300));
    expect(texts()[0]).toHaveLength(200);
  });

  describe('in pages', () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ ...must(people[0], 'one'), personId: `p${n}` }));
    /** Answers the question asked last as a server would that has 300 people. */
    const answerLast = (): void => {
      const { id, offset = 0, limit } = must(sent.at(-1), 'a question');
      const found = many.slice(offset, offset + limit);
      search.heard({ type: 'people', id, people: found, total: 300, more: offset + limit < 300 });
    };
    const kinds = (from: number, to: number): ReadonlySet<string> =>
      new Set(
        state()
          .rows.slice(from, to)
          .map(({ kind }) => kind),
      );
    beforeEach(() => {
      search.type('a');
      answerLast();
    });

    it('keeps a place for everybody, and reads the page that comes in sight, one at a time', () => {
      expect(state().rows).toHaveLength(300);
      expect(kinds(50, 300)).toEqual(new Set(['unread']));
      search.show(0, 12);
      expect(sent).toHaveLength(1);
      search.show(20, 32);
      expect(sent.at(-1)).toMatchObject({ text: 'a', offset: 50, limit: 50 });
      search.show(190, 202);
      expect(sent).toHaveLength(2);
      answerLast();
      expect(sent.at(-1)).toMatchObject({ offset: 150 });
      answerLast();
      expect(sent.at(-1)).toMatchObject({ offset: 200 });
      answerLast();
      expect(sent).toHaveLength(4);
      expect(kinds(50, 100)).toEqual(new Set(['person']));
      expect(kinds(100, 150)).toEqual(new Set(['unread']));
    });

    it('leaves the choice where it is when a page comes, also on a row that was not read yet', () => {
      search.move(60);
      expect(search.selected()).toBeUndefined();
      search.show(55, 67);
      answerLast();
      expect(search.selected()?.key).toBe('person-p60');
      search.show(100, 112);
      answerLast();
      expect(search.selected()?.key).toBe('person-p60');
    });

    it('asks again for a page whose answer never comes, and stays up to date meanwhile', () => {
      search.show(100, 112);
      clock.advance(3_000);
      expect(search.isUpToDate()).toBe(true);
      search.show(101, 113);
      expect(sent.filter(({ offset }) => offset === 100)).toHaveLength(2);
    });

    it('reaches as far as the server gives, and says how many there are', () => {
      const [one] = many;
      search.type('ab');
      clock.advance(60);
      const { id } = must(sent.at(-1), 'a question');
      search.heard({
        ...{ type: 'people', id, people: [must(one, 'one')], total: 1_000_000, more: true, isCapped: true },
      });
      expect(state().rows).toHaveLength(5_050);
      expect(state().found).toMatchObject({ total: 1_000_000, isCapped: true });
      search.move(9_999);
      search.show(5_040, 5_049);
      expect(sent.at(-1)).toMatchObject({ offset: 5_000 });
    });

    it('ends where an answer ends, whatever was promised', () => {
      search.show(100, 112);
      const { id } = must(sent.at(-1), 'a question');
      search.heard({ type: 'people', id, people: [], total: 300, more: false });
      expect(state().rows).toHaveLength(100);
    });

    it('changes people where they stand, and marks those who are gone', () => {
      search.move(3);
      search.changed([{ ...must(many[2], 'one'), name: 'Somebody Else' }], ['p3']);
      expect(state().rows).toHaveLength(300);
      expect(state().rows[2]).toMatchObject({ person: { personId: 'p2', name: 'Somebody Else' } });
      expect(search.selected()).toMatchObject({ person: { personId: 'p3', isFormer: true, can: [] } });
    });
  });

  describe('with filters', () => {
    const filters = { departments: ['Cardiology'] };

    it('lists everybody whom they name while nothing is typed, and chooses nobody by itself', () => {
      search.filterBy(filters);
      expect(sent).toEqual([{ type: 'search', id: 's0', text: '', limit: 50, filters }]);
      answer('s0');
      expect(state().choices).toHaveLength(3);
      expect(search.selected()).toBeUndefined();
      search.move(1);
      expect(search.selected()?.key).toBe('person-person-1');
    });

    it('keeps them while somebody types and clears, and drops them only when told', () => {
      search.filterBy(filters);
      answer('s0');
      clock.advance(100);
      search.type('jan');
      expect(sent.at(-1)).toMatchObject({ text: 'jan', filters });
      answer('s1');
      clock.advance(100);
      search.clear();
      expect(sent.at(-1)).toMatchObject({ text: '', filters });
      search.clearAll();
      expect(state()).toMatchObject({ status: 'idle', choices: [], filters: {} });
    });
  });

  describe('with nothing looked for', () => {
    const favourite = (n: number): Row => {
      const person = must(people[n], 'a person');
      return { kind: 'person', key: personKey(person.personId), person };
    };

    it('lists the favourites, of which none is chosen until somebody chooses', () => {
      favourites = [favourite(0), { kind: 'heading', key: 'group-x', title: 'x' }, favourite(1)];
      search.refresh();
      expect(search.selected()).toBeUndefined();
      expect(search.isUpToDate()).toBe(true);
      search.move(1);
      search.move(1);
      expect(search.selected()?.key).toBe('person-person-2');
      favourites = [favourite(1), favourite(0)];
      search.refresh();
      expect(search.selected()?.key).toBe('person-person-2');
      search.clear();
      expect(search.selected()).toBeUndefined();
    });

    it('keeps them in sight until the first answer, and then chooses the best hit', () => {
      favourites = [favourite(1)];
      search.refresh();
      search.move(1);
      search.type('j');
      search.refresh();
      expect(state().choices).toHaveLength(1);
      expect(search.isUpToDate()).toBe(false);
      answer('s0');
      expect(search.selected()?.key).toBe('person-person-1');
    });
  });

  it('looks at somebody who is not in the list, until somebody else is chosen', () => {
    search.type('j');
    answer('s0');
    search.open(must(people[9], 'a person'));
    expect(search.selected()?.key).toBe('person-person-10');
    search.move(1);
    expect(search.selected()?.key).toBe('person-person-2');
  });
});
