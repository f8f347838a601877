import * as z from 'zod/mini';
import { defineSection } from './define-section.ts';

/**
 * What a number does that is called back. `teams`: a page of Microsoft's opens it in Teams, which asks first; `telephone`:
 * whatever this computer calls with; `nothing`: it is copied, and dialled by hand.
 */
export const waysToCall = ['teams', 'telephone', 'nothing'] as const;
export type WayToCall = (typeof waysToCall)[number];

/** How the operator calls people themselves. */
export const calling = defineSection({ with: z.enum(waysToCall) }, { with: 'teams' });
