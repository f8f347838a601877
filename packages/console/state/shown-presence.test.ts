import { describe, expect, it } from 'vitest';
import { english } from '../i18n/texts.ts';
import { PresenceBook, presenceKind } from './presence-book.ts';
import { shownPresence } from './shown-presence.ts';

const presence = (availability: string, activity: string, asOf = 0) => ({
  personId: 'p',
  availability,
  activity,
  asOf,
  source: 'poll' as const,
  staleAt: asOf + 10_000,
});

describe('A presence', () => {
  it.each([
    ['Available', 'Available', 'available', 'Available'],
    ['busy', 'inACall', 'busy', 'In a call'],
    ['DoNotDisturb', 'Presenting', 'doNotDisturb', 'Presenting'],
    ['BeRightBack', 'BeRightBack', 'away', 'Be right back'],
    ['Offline', 'OutOfOffice', 'outOfOffice', 'Out of office'],
    ['Offline', 'OffWork', 'offline', 'Off work'],
    ['SomethingNew', 'SomethingNewer', 'unknown', 'Presence unknown'],
  ])('%s, %s is drawn as %s and called "%s"', (availability, activity, kind, word) => {
    expect(shownPresence(presence(availability, activity), 0, english)).toMatchObject({ kind, word });
  });

  it('is unknown when there is none', () => {
    expect(presenceKind(undefined)).toBe('unknown');
  });

  it('shows its age when it is older than ten seconds', () => {
    const shown = (now: number) => shownPresence(presence('Available', 'Available', 1_000), now, english).age;
    expect(shown(11_000)).toBeUndefined();
    expect(shown(11_001)).toBe('10 s ago');
    expect(shown(185_000)).toBe('3 min ago');
    expect(shown(7_300_000)).toBe('2 h ago');
  });

  it('is never replaced by an older one', () => {
    const book = new PresenceBook(() => true);
    book.heard([presence('Busy', 'Busy', 5_000)]);
    book.heard([presence('Available', 'Available', 4_000)]);
    expect(book.of('p')?.availability).toBe('Busy');
    book.heard([presence('Away', 'Away', 5_000)]);
    expect(book.of('p')?.availability).toBe('Away');
  });
});
