import * as z from 'zod/mini';

const periods = z.array(z.object({ from: z.string(), to: z.string() }));
const weekday = z.optional(periods);

/**
 * When a queue is open, in its own time zone (an IANA name). Weekdays by number, 1 is Monday and 7 Sunday; one that is
 * missing is closed. Times are `HH:MM`; `to` may be `24:00`. A holiday's date is `YYYY-MM-DD`, or `MM-DD` for every
 * year; with periods it is open at these times.
 */
export const openingHoursSchema = z.object({
  timeZone: z.string(),
  week: z.object({ 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: weekday, 7: weekday }),
  holidays: z.array(z.object({ date: z.string(), name: z.string(), periods: z.optional(periods) })),
});
export type OpeningHoursView = z.infer<typeof openingHoursSchema>;
