import type { SpeechLevel } from '@switchboard/contract/preferences/speech';
import { ManualClock } from '@switchboard/kit/clock';
import { beforeEach, describe, expect, it } from 'vitest';
import { Announcer } from './announcer.ts';

describe('The announcer', () => {
  let clock: ManualClock;
  let announcer: Announcer;
  let said: string[];
  let level: SpeechLevel;
  let isSpeaking: boolean;
  beforeEach(() => {
    clock = new ManualClock(0);
    level = 'normal';
    isSpeaking = true;
    announcer = new Announcer(clock, { level: () => level, isSpeaking: () => isSpeaking });
    said = [];
    announcer.latest.subscribe(() => said.push(announcer.latest.getSnapshot()));
  });

  it('says one sentence after the other, urgent ones first', () => {
    announcer.say({ text: 'one', urgency: 'polite' });
    announcer.say({ text: 'two', urgency: 'polite' });
    announcer.say({ text: 'fire', urgency: 'assertive' });
    clock.advance(200);
    expect(announcer.spoken.getSnapshot()).toEqual({ polite: 'one', assertive: '' });
    clock.advance(10_000);
    expect(said).toEqual(['one', 'fire', 'two']);
  });

  it('empties the region before it writes, so that the same sentence is heard twice when asked twice', () => {
    announcer.say({ text: 'same', urgency: 'assertive' });
    clock.advance(5_000);
    const seen: string[] = [];
    announcer.spoken.subscribe(() => seen.push(announcer.spoken.getSnapshot().assertive));
    announcer.say({ text: 'same', urgency: 'assertive' });
    clock.advance(5_000);
    expect(seen).toEqual(['', 'same']);
  });

  it('says an event once that is told twice', () => {
    announcer.say({ text: 'lost', urgency: 'assertive', topic: 'line' });
    announcer.say({ text: 'lost', urgency: 'assertive', topic: 'line' });
    clock.advance(1_000);
    announcer.say({ text: 'lost', urgency: 'assertive', topic: 'line' });
    clock.advance(10_000);
    expect(said).toEqual(['lost']);
  });

  it('replaces what has not been said yet by what is newer of the same topic', () => {
    announcer.say({ text: 'first', urgency: 'polite' });
    announcer.say({ text: 'rings', urgency: 'polite', topic: 'call a' });
    announcer.say({ text: 'connected', urgency: 'polite', topic: 'call a' });
    clock.advance(10_000);
    expect(said).toEqual(['first', 'connected']);
  });

  it('does not say afterwards what has become untrue while it waited', () => {
    announcer.say({ text: 'first', urgency: 'polite' });
    announcer.say({ text: 'letters act', urgency: 'polite', topic: 'letters' });
    announcer.withdraw('letters');
    clock.advance(10_000);
    expect(said).toEqual(['first']);
  });

  it('never floods: the oldest polite sentences go, an urgent one stays', () => {
    announcer.say({ text: 'first', urgency: 'polite' });
    announcer.say({ text: 'urgent', urgency: 'assertive' });
    for (let i = 0; i < 10; i++) announcer.say({ text: `call ${i}`, urgency: 'polite' });
    clock.advance(60_000);
    expect(said).toEqual(['first', 'urgent', 'call 7', 'call 8', 'call 9']);
  });

  it('says at each level what belongs to it', () => {
    const heard = (at: SpeechLevel): string[] => {
      said = [];
      level = at;
      announcer.say({
        text: 'Call waiting: Smith, Reception',
        brief: 'Waiting: Smith',
        detail: '2 wait',
        urgency: 'polite',
      });
      announcer.say({ text: 'Ben took Bauer', urgency: 'polite', from: 'normal' });
      announcer.say({ text: 'Salutation', urgency: 'polite', from: 'full' });
      clock.advance(10_000);
      return said;
    };
    expect(heard('brief')).toEqual(['Waiting: Smith']);
    expect(heard('normal')).toEqual(['Call waiting: Smith, Reception', 'Ben took Bauer']);
    expect(heard('full')).toEqual(['Call waiting: Smith, Reception. 2 wait', 'Ben took Bauer', 'Salutation']);
  });

  it('shows and does not say while another window speaks', () => {
    isSpeaking = false;
    announcer.say({ text: 'one', urgency: 'assertive' });
    clock.advance(5_000);
    expect(announcer.spoken.getSnapshot()).toEqual({ polite: '', assertive: '' });
    expect(announcer.latest.getSnapshot()).toBe('one');
  });
});
