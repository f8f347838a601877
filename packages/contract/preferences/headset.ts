import * as z from 'zod/mini';
import { defineSection } from './define-section.ts';

export const hangUpChoices = ['hangUp', 'handOver', 'nothing'] as const;
export type HangUpChoice = (typeof hangUpChoices)[number];
export const muteChoices = ['nothing', 'hold'] as const;
export type MuteChoice = (typeof muteChoices)[number];

/** What the keys of a headset do. */
export const headset = defineSection(
  {
    /** Going off-hook takes the next call, or goes back to the one on hold. */
    takesCalls: z.boolean(),
    /** Going on-hook. `handOver`: hands over or leaves where that is possible, else ends the call. */
    onHook: z.enum(hangUpChoices),
    /** The mute key. `hold`: the caller hears music until it is pressed again. */
    onMute: z.enum(muteChoices),
  },
  { takesCalls: true, onHook: 'hangUp', onMute: 'nothing' },
);
