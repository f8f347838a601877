import * as z from 'zod/mini';
import { calendarProblemSchema, scheduleViewSchema } from '../views/schedule-view.ts';

/** The days that the question of this `id` named people of. Whoever has none is left out. */
export const schedulesReadSchema = z.object({
  type: z.literal('schedules'),
  id: z.string(),
  /** The day that was read, midnight to midnight by the operator's zone. */
  from: z.number(),
  to: z.number(),
  /** Why nobody's day is here. */
  problem: z.optional(calendarProblemSchema),
  schedules: z.array(scheduleViewSchema),
});
export type SchedulesRead = z.infer<typeof schedulesReadSchema>;

/** One person's appointments of that day: those of their calendar, or of their schedule where the calendar is not shared. */
export const calendarReadSchema = z.object({
  type: z.literal('calendar'),
  id: z.string(),
  from: z.number(),
  to: z.number(),
  /** Whether it is the calendar itself, or only when they are busy since the operator may see no more. */
  detail: z.enum(['calendar', 'schedule']),
  schedule: scheduleViewSchema,
});
export type CalendarRead = z.infer<typeof calendarReadSchema>;
