import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/fake-line.testing.ts';

describe('What people can be filtered by', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  const asked = () => desk.line.sent.filter((message) => message.type === 'readFilters');
  const state = () => desk.model.directory.filters.state.getSnapshot();
  const answer = (): void =>
    desk.line.say({
      type: 'filters',
      id: asked().at(-1)?.id ?? '',
      departments: [{ value: 'Cardiology', count: 3 }],
      places: [],
      sources: [],
    });

  it('is asked for when the bar opens, and again when a connection is there that was not', () => {
    desk.line.welcome();
    desk.line.lose();
    desk.model.directory.filters.open();
    expect(state()?.status).toBe('failed');
    desk.line.welcome([], true);
    expect(state()?.status).toBe('reading');
    answer();
    expect(state()).toMatchObject({
      status: 'shown',
      choices: [{ filter: { kind: 'free' } }, { filter: { value: 'Cardiology' }, count: 3 }],
    });
  });

  it('is not asked for again while it is shown, or while the bar is closed', () => {
    desk.line.welcome();
    desk.model.directory.filters.open();
    answer();
    desk.line.lose();
    desk.line.welcome([], true);
    desk.model.directory.filters.close();
    desk.line.lose();
    desk.line.welcome([], true);
    expect(asked()).toHaveLength(1);
  });
});
