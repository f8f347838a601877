import { InvalidArgumentError } from 'commander';

const remedy = 'Write a day or a moment, like 2026-11-23, 2026-11-23T13:05 or 2026-11-23T13:05Z.';
const written = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * A moment as a person writes it, as the server reads it. A day is its first moment; without a zone it is the time of
 * this machine.
 */
export function readMoment(text: string): string {
  const [, day, time = '00:00', zone = ''] = written.exec(text) ?? [];
  const moment = day === undefined ? Number.NaN : Date.parse(`${day}T${time}${zone}`);
  if (Number.isNaN(moment)) throw new InvalidArgumentError(remedy);
  return new Date(moment).toISOString();
}

/** Sweden writes dates as ISO does. */
const toMinute = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
const ofDay = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium' });

/** `2026-11-23 13:05`, in the time of this machine. */
export const showMoment = (at: number): string => toMinute.format(at);

/** `13:05:09` */
export const showTime = (at: number): string => ofDay.format(at);
