import { paneNames } from '@switchboard/contract/preferences/layout';
import * as z from 'zod/mini';

const paneSchema = z.enum(paneNames);
const placeSchema = z.enum(['calls', 'person']);

/**
 * What the windows of one console say to each other. The main one has everything that is not out; each other window has
 * one pane. Each has its own connection to the server: what the server says is never told on.
 */
export const windowMessageSchema = z.discriminatedUnion('type', [
  /** The main window is there anew, and asks who else is. */
  z.object({ type: z.literal('mainIsHere') }),
  /** The main window is closed or reloaded. */
  z.object({ type: z.literal('mainIsGone') }),
  z.object({ type: z.literal('paneIsHere'), pane: paneSchema }),
  z.object({ type: z.literal('paneIsGone'), pane: paneSchema }),
  /** The main window wants the pane back. */
  z.object({ type: z.literal('comeBack'), pane: paneSchema }),
  /** A window of a pane has the focus, or has it no longer. */
  z.object({ type: z.literal('hasFocus'), pane: paneSchema, hasFocus: z.boolean() }),
  /** What the operator looks for, has chosen, and works on, as the window that was used last has it. */
  z.object({
    type: z.literal('inStep'),
    text: z.string(),
    selectedKey: z.optional(z.string()),
    callId: z.optional(z.string()),
  }),
  /** A key asks for a place that is in another window. */
  z.object({ type: z.literal('goTo'), place: placeSchema }),
]);
export type WindowMessage = z.infer<typeof windowMessageSchema>;
export type InStep = Omit<Extract<WindowMessage, { type: 'inStep' }>, 'type'>;
