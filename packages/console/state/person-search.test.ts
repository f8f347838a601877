import type { Search } from '@switchboard/contract/commands/search';
import { ManualClock } from '@switchboard/kit/clock';
import { beforeEach, describe, expect, it } from 'vitest';
import { samplePeople } from '../testing/sample-office.testing.ts';
import { PersonSearch } from './person-search.ts';

describe('The search', () => {
  let clock: ManualClock;
  let sent: Search[];
  let isOnline: boolean;
  let search: PersonSearch;
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
    });
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
    expect(state().people).toHaveLength(3);
    expect(search.isUpToDate()).toBe(false);
    answer('s1', 1);
    expect(state()).toMatchObject({ foundBy: 'ja', selectedKey: 'person-person-2' });
    expect(search.isUpToDate()).toBe(true);
  });

  it('leaves out answers to earlier questions', () => {
    search.type('j');
    clock.advance(100);
    search.type('ja');
    answer('s0');
    expect(state().people).toEqual([]);
  });

  it('leaves out an answer that comes after the text was cleared', () => {
    search.type('j');
    search.clear();
    answer('s0');
    expect(state()).toMatchObject({ status: 'idle', people: [] });
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
    expect(state().people).toHaveLength(3);
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
});
