import type { SavePreferences } from '@switchboard/contract/commands/save-preferences';
import type { Welcome } from '@switchboard/contract/feed/welcome';
import { must } from '@switchboard/kit/assert';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, memoryStorage, openDesk } from '../testing/fake-line.testing.ts';
import { me } from '../testing/sample-office.testing.ts';
import type { TextStorage } from './kept-preferences.ts';

describe('What an operator prefers', () => {
  let storage: TextStorage;
  let desk: Desk;

  beforeEach(() => {
    storage = memoryStorage();
    desk = openDesk(storage);
  });
  const theme = (of: Desk = desk): string => of.model.preferences.of('look').getSnapshot().theme;
  const saved = (of: Desk = desk): readonly SavePreferences[] =>
    of.line.sent.filter((message) => message.type === 'savePreferences');
  const tell = (version: number, value: Record<string, unknown>, id?: string): void =>
    desk.line.say({
      type: 'preferences',
      sections: { look: { version, value } },
      ...(id === undefined ? {} : { id }),
    });
  const lastId = (): string => must(saved().at(-1), 'something saved').id;

  it('shows at once and is saved once, whole, when the operator has come to rest', () => {
    desk.line.sections = { look: { version: 1, value: { density: 'compact', ofNewer: [1] } } };
    desk.line.welcome();
    desk.model.preferences.change('look', { theme: 'light' });
    desk.clock.advance(599);
    desk.model.preferences.change('look', { theme: 'dark' });
    expect([theme(), saved().length]).toEqual(['dark', 0]);
    desk.clock.advance(600);
    expect(saved()).toMatchObject([
      { section: 'look', value: { density: 'compact', ofNewer: [1], theme: 'dark' } },
    ]);
  });

  it('is as the newest message says, and no older one takes it back', () => {
    desk.line.welcome();
    tell(5, { theme: 'dark' });
    tell(4, { theme: 'light' });
    expect(theme()).toBe('dark');
  });

  it('stays as chosen here while another window saves, and follows it afterwards', () => {
    desk.line.welcome();
    desk.model.preferences.change('look', { theme: 'dark' });
    desk.clock.advance(600);
    tell(7, { theme: 'contrast' });
    expect(theme()).toBe('dark');
    tell(8, { theme: 'dark' }, lastId());
    expect(theme()).toBe('dark');
    tell(9, { theme: 'light' });
    expect(theme()).toBe('light');
  });

  it('keeps what was changed while the one before was under way', () => {
    desk.line.welcome();
    desk.model.preferences.change('look', { theme: 'dark' });
    desk.clock.advance(600);
    desk.model.preferences.change('look', { theme: 'light' });
    tell(1, { theme: 'dark' }, lastId());
    expect(theme()).toBe('light');
    desk.clock.advance(600);
    expect(saved().map(({ value }) => value)).toEqual([{ theme: 'dark' }, { theme: 'light' }]);
  });

  it('is sent again after a new connection until it is confirmed, then no more', () => {
    desk.line.welcome();
    desk.model.preferences.change('look', { theme: 'dark' });
    desk.clock.advance(600);
    desk.line.lose();
    desk.clock.advance(20_000);
    desk.line.welcome([], true);
    expect([theme(), saved().length]).toEqual(['dark', 2]);
    tell(1, { theme: 'dark' }, lastId());
    desk.line.lose();
    desk.line.welcome([], true);
    desk.clock.advance(20_000);
    expect(saved()).toHaveLength(2);
  });

  it('is asked for again when the server does not answer', () => {
    desk.line.welcome();
    desk.model.preferences.change('look', { theme: 'dark' });
    desk.clock.advance(600 + 10_000);
    expect(saved()).toHaveLength(2);
    desk.line.say({ type: 'answer', id: lastId(), refusal: { code: 'unavailable' } });
    desk.clock.advance(10_000);
    expect([theme(), saved().length]).toEqual(['dark', 3]);
  });

  it('goes back to what is kept when the server refuses it, and says so', () => {
    desk.line.sections = { look: { version: 1, value: { theme: 'light' } } };
    desk.line.welcome();
    desk.model.preferences.change('look', { theme: 'dark' });
    desk.clock.advance(600);
    desk.line.say({
      type: 'answer',
      id: lastId(),
      refusal: { code: 'malformed', field: 'value.theme', remedy: 'Choose another.' },
    });
    expect(theme()).toBe('light');
    expect(desk.model.notices.shown.getSnapshot().map(({ text }) => text)).toEqual([
      'Your settings: the server did not understand “value.theme”. Choose another.',
    ]);
  });

  it('is there for the first picture of the next page, before the server has said anything', () => {
    desk.line.welcome();
    tell(3, { theme: 'dark' });
    expect(theme(openDesk(storage))).toBe('dark');
  });

  it('of an earlier page that was never confirmed is sent by the next, unless another console has saved since', () => {
    desk.model.preferences.change('look', { theme: 'dark' });
    const next = openDesk(storage);
    expect(theme(next)).toBe('dark');
    next.line.welcome();
    expect(saved(next)).toMatchObject([{ value: { theme: 'dark' } }]);

    const late = openDesk(storage);
    late.line.sections = { look: { version: 6, value: { theme: 'light' } } };
    late.line.welcome();
    expect([theme(late), saved(late).length]).toEqual(['light', 0]);
  });

  it('follows the server where it has forgotten, whatever the version was', () => {
    desk.line.sections = { look: { version: 900, value: { theme: 'dark' } } };
    desk.line.welcome();
    desk.line.sections = {};
    desk.line.welcome();
    expect(theme()).toBe('system');
    desk.line.sections = { look: { version: 2, value: { theme: 'light' } } };
    desk.line.welcome();
    expect(theme()).toBe('light');
  });

  it('is forgotten in this browser when somebody else signs in', () => {
    tell(3, { theme: 'dark' });
    const other = { ...me, operatorId: 'somebody-else' };
    desk.line.welcome();
    desk.model.preferences.change('look', { theme: 'dark' });
    desk.line.say({ ...welcomeOf(desk), me: other });
    expect(theme()).toBe('system');
  });

  it('works where the browser keeps nothing or keeps nonsense', () => {
    const forbid = (): never => {
      throw new Error('forbidden');
    };
    const forbidden = openDesk({ getItem: forbid, setItem: forbid });
    forbidden.model.preferences.change('look', { theme: 'dark' });
    expect(theme(forbidden)).toBe('dark');
    for (const nonsense of [
      'pink',
      '{"sections":{"look":7}}',
      '{"sections":{"look":{"version":1,"value":{"theme":"pink"}}}}',
    ])
      expect(theme(openDesk({ getItem: () => nonsense, setItem: () => {} }))).toBe('system');
  });

  it('that does not fit gives way to what is shown for it, and the rest stays', () => {
    desk.line.sections = { look: { version: 1, value: { density: 'airy', glow: true } } };
    desk.line.welcome();
    desk.model.preferences.change('look', { theme: 'dark' });
    desk.model.preferences.save();
    expect(saved().at(-1)?.value).toEqual({ glow: true, theme: 'dark' });
  });
});

const welcomeOf = ({ clock }: Desk): Welcome => ({
  type: 'welcome',
  seq: 0,
  now: clock.now(),
  resumed: false,
  me,
  calls: [],
  operators: [],
  callBacks: [],
});
