import * as z from 'zod/mini';
import { defineSection } from './define-section.ts';

export const paneNames = ['calls', 'people', 'details'] as const;
export type PaneName = (typeof paneNames)[number];

const paneSchema = z.enum(paneNames);
const shareSchema = z.number().check(z.minimum(1), z.maximum(1000));

/** Where the panes of the console stand, and how large they are. */
export const layout = defineSection(
  {
    /** From the first to the last as one reads. */
    order: z
      .array(paneSchema)
      .check(z.refine((order) => paneNames.every((pane) => order.includes(pane)) && order.length === 3)),
    hidden: z.array(paneSchema).check(z.maxLength(2)),
    /** What each has of the width, in proportion to the others. */
    widths: z.object({ calls: shareSchema, people: shareSchema, details: shareSchema }),
    /** In a window too narrow for three side by side: the part of the width that the calls have, in percent. */
    narrowWidth: z.number().check(z.minimum(10), z.maximum(90)),
    /** There: the part of the height that the upper of the other two has, in percent. */
    narrowHeight: z.number().check(z.minimum(10), z.maximum(90)),
    /** The tour that the operator has seen or put aside; 0: none yet. */
    tourSeen: z.number().check(z.int(), z.minimum(0)),
  },
  {
    order: ['calls', 'people', 'details'],
    hidden: [],
    widths: { calls: 260, people: 480, details: 260 },
    narrowWidth: 33,
    narrowHeight: 57,
    tourSeen: 0,
  },
);
export type LayoutPreference = typeof layout.defaults;
