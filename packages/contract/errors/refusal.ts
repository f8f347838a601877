import * as z from 'zod/mini';

/**
 * Why a command is refused. The console has a sentence for each code.
 *
 * - `callGone` the call has ended or is not known
 * - `callTaken` another operator has it (`by`, a name)
 * - `notYourCall` it is another operator's
 * - `notNow` the call's state has no place for this (`state`)
 * - `busy` you are in a call already: hold it or put it through first
 * - `notSignedIn` your session is over, or your console is not connected
 * - `notInQueue` the call's queue is not one of yours
 * - `targetUnknown` nobody of this id is in the directory
 * - `targetIsYou` you cannot be put through to yourself
 * - `targetIsThere` the target is the caller, or is in the call already
 * - `notOffered` the call is offered to others
 * - `slotTaken` a call is parked there already
 * - `noSlotFree` every slot is taken
 * - `sameQueue` the call is in that queue already
 * - `queueUnknown` there is no such queue
 * - `numberInvalid` this is no telephone number (`remedy`)
 * - `noNumber` the directory has no such number of this person
 * - `personUnknown` nobody of this id is known, or no longer
 * - `notYours` only who keeps it may change it: the directory is changed in Entra ID
 * - `tooManyKept` there is no room for more of these (`field`)
 * - `callBackGone` the call back is done, or somebody else's (`by`)
 * - `noWay` no way of this kind leads to this person (`field`)
 * - `messageGone` there is no such message of yours, or no longer
 * - `malformed` the message does not fit the contract (`field`, `remedy`)
 * - `outdated` the console's version is not the server's: reload
 * - `tooMany` more messages than a person can send: wait a second
 * - `unavailable` the server cannot do it just now: try again
 */
export const refusalCodes = [
  'callGone',
  'callTaken',
  'notYourCall',
  'notNow',
  'busy',
  'notSignedIn',
  'notInQueue',
  'targetUnknown',
  'targetIsYou',
  'targetIsThere',
  'notOffered',
  'slotTaken',
  'noSlotFree',
  'sameQueue',
  'queueUnknown',
  'numberInvalid',
  'noNumber',
  'personUnknown',
  'notYours',
  'tooManyKept',
  'callBackGone',
  'noWay',
  'messageGone',
  'malformed',
  'outdated',
  'tooMany',
  'unavailable',
] as const;
export const refusalCodeSchema = z.enum(refusalCodes);
export type RefusalCode = z.infer<typeof refusalCodeSchema>;

export const refusalSchema = z.object({
  code: refusalCodeSchema,
  by: z.optional(z.string()),
  state: z.optional(z.string()),
  field: z.optional(z.string()),
  remedy: z.optional(z.string()),
});
export type RefusalView = z.infer<typeof refusalSchema>;
