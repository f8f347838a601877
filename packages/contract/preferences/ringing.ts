import * as z from 'zod/mini';
import { defineSection } from './define-section.ts';

export const callsThatRing = ['offers', 'waiting', 'long'] as const;
export type CallsThatRing = (typeof callsThatRing)[number];
export const ringSounds = ['chime', 'bell', 'marimba', 'pulse'] as const;
export type RingSound = (typeof ringSounds)[number];
export const whileTalkingChoices = ['ring', 'softly', 'silent'] as const;
export type WhileTalking = (typeof whileTalkingChoices)[number];

/** How calls make themselves heard and noticed. */
export const ringing = defineSection(
  {
    /** What is offered to this operator; any call that they may take; or those that have waited too long. */
    calls: z.enum(callsThatRing),
    rings: z.boolean(),
    sound: z.enum(ringSounds),
    /** Of 100: what a call is never louder than. */
    volume: z.number().check(z.int(), z.minimum(0), z.maximum(100)),
    /** Begin softly and become louder in steps; otherwise as loud as chosen from the first ring on. */
    grows: z.boolean(),
    /** Seconds after which a wait is long. */
    longWait: z.number().check(z.int(), z.minimum(5), z.maximum(600)),
    whileTalking: z.enum(whileTalkingChoices),
    /** Show desktop notices while no console is in front. */
    notices: z.boolean(),
    /** Leave the caller's name and number out of notices. */
    isCallerMasked: z.boolean(),
    /** Keep the screen on while the console is in sight. */
    keepsAwake: z.boolean(),
  },
  {
    calls: 'waiting',
    rings: true,
    sound: 'chime',
    volume: 60,
    grows: true,
    longWait: 30,
    whileTalking: 'softly',
    notices: true,
    isCallerMasked: false,
    keepsAwake: false,
  },
);
