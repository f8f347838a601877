import * as z from 'zod/mini';

/** `elsewhere` is at work, but not where they usually are. */
export const busyStatuses = ['free', 'tentative', 'busy', 'outOfOffice', 'elsewhere', 'unknown'] as const;
export const busyStatusSchema = z.enum(busyStatuses);
export type BusyStatusName = z.infer<typeof busyStatusSchema>;

/**
 * Why there is nothing of a calendar: `noRight` the operator, or the tenant's consent, lacks it; `signIn` the operator
 * has to sign in anew for it; `noMailbox` this person has none; `unavailable` Microsoft does not say just now.
 */
export const calendarProblems = ['noRight', 'signIn', 'noMailbox', 'unavailable'] as const;
export const calendarProblemSchema = z.enum(calendarProblems);
export type CalendarProblem = z.infer<typeof calendarProblemSchema>;

/** A stretch of somebody's day. Times are milliseconds since 1970. A private one has no words. */
export const busyIntervalViewSchema = z.object({
  from: z.number(),
  to: z.number(),
  status: busyStatusSchema,
  isPrivate: z.optional(z.literal(true)),
  isAllDay: z.optional(z.literal(true)),
  subject: z.optional(z.string()),
  place: z.optional(z.string()),
  organiser: z.optional(z.string()),
});
export type BusyIntervalView = z.infer<typeof busyIntervalViewSchema>;

/** Their working day of the day that was asked for, by their own zone. */
export const workingDayViewSchema = z.object({ from: z.number(), to: z.number() });

/** One person's day as this operator may see it. */
export const scheduleViewSchema = z.object({
  personId: z.string(),
  /** Then there is nothing else. */
  problem: z.optional(calendarProblemSchema),
  /** In the order of their start. */
  intervals: z.array(busyIntervalViewSchema),
  /** Starts and ends are as fine as half an hour: the owner shows no more. */
  isCoarse: z.optional(z.literal(true)),
  /** From when on they are free, counted from the time of asking; absent: not before the end of what was read. */
  freeFrom: z.optional(z.number()),
  /** Until when, if they are free then. */
  freeUntil: z.optional(z.number()),
  /** IANA; absent where Microsoft does not say. */
  timeZone: z.optional(z.string()),
  workingDay: z.optional(workingDayViewSchema),
  /** By their working hours they do not work that day. */
  isDayOff: z.optional(z.literal(true)),
  /** The next quarter of an hour or more in which they work and are free; it may be on a later day. */
  nextFree: z.optional(z.object({ from: z.number(), to: z.number() })),
  /** Out of office by their mailbox: the text for colleagues, and when they are back. */
  outOfOffice: z.optional(z.object({ message: z.optional(z.string()), until: z.optional(z.number()) })),
});
export type ScheduleView = z.infer<typeof scheduleViewSchema>;
