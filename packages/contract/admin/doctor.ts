import * as z from 'zod/mini';
import { guidField } from './admin-fields.ts';

/** Leaves the other tenants out. */
export const doctorQuerySchema = z.strictObject({
  tenantId: z.optional(guidField('the tenant id, as the list of tenants shows it')),
});

/** One thing that calls need. `warning`: calls work, yet somebody should act. */
export const doctorCheckSchema = z.object({
  name: z.string(),
  status: z.enum(['ok', 'warning', 'failed']),
  /** What was found. */
  detail: z.string(),
  /** What to do about it, unless it is ok. */
  remedy: z.optional(z.string()),
});
export type DoctorCheck = z.infer<typeof doctorCheckSchema>;

export const doctorReportSchema = z.object({ checks: z.array(doctorCheckSchema) });
export type DoctorReport = z.infer<typeof doctorReportSchema>;
