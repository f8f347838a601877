import * as z from 'zod/mini';
import { defineSection } from './define-section.ts';

export const ringSounds = ['chime', 'bell', 'marimba', 'pulse'] as const;
export type RingSound = (typeof ringSounds)[number];
/** `offers`: what is offered to this operator; `waiting`: any call that they may take; `long`: those that wait too long. */
export const ringRules = ['never', 'offers', 'waiting', 'long'] as const;
export type RingRule = (typeof ringRules)[number];

/** How calls make themselves heard and noticed. */
export const ringing = defineSection(
  {
    rule: z.enum(ringRules),
    sound: z.enum(ringSounds),
    /** Of 100. */
    volume: z.number().check(z.int(), z.minimum(0), z.maximum(100)),
    /** Seconds after which a wait is long. */
    longWait: z.number().check(z.int(), z.minimum(5), z.maximum(600)),
    /** Long waits become louder, in steps. */
    grows: z.boolean(),
    /** Show desktop notices while the console is not in front. */
    notices: z.boolean(),
    /** Leave the caller's name and number out of notices. */
    isCallerMasked: z.boolean(),
    /** Keep the screen awake while the console is in sight. */
    keepsAwake: z.boolean(),
    /** What hanging up at the headset does to a call. */
    onHook: z.enum(['hangUp', 'nothing']),
  },
  {
    rule: 'waiting',
    sound: 'chime',
    volume: 60,
    longWait: 30,
    grows: true,
    notices: true,
    isCallerMasked: false,
    keepsAwake: false,
    onHook: 'hangUp',
  },
);
