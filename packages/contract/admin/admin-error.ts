import * as z from 'zod/mini';

/**
 * Why an administration request came to nothing:
 *
 * - `notAllowed` 401: the token is missing or wrong
 * - `administrationOff` 404: the server was started without an administration token
 * - `notFound` 404: there is no such address
 * - `tenantUnknown` 404: no such tenant here
 * - `malformed` 400: the request does not fit the contract
 * - `queueUnknown`, `operatorUnknown`, `soundUnknown`, `templateUnknown`, `callUnknown`: the tenant has no such thing; 404 if the address names it, else 400
 * - `personUnknown` 400: the directory of the tenant has no such person
 * - `settingsClash` 400: each setting is right by itself, together they are not
 * - `clipsMissing` 400: an announcement needs clips that are not there
 * - `soundRefused` 400: the file cannot be made into what Graph plays
 * - `instanceTaken` 409: another queue of the tenant has this application instance
 * - `nameTaken` 409: another sound of the tenant has this name
 * - `queueInUse`, `soundInUse`, `operatorInUse` 409: it cannot be removed now
 *
 * Other codes come from below (a body that is too large, a database that is gone); statuses from 500 on say that the
 * request was right and may be sent again. `field` names what to change, `remedy` how.
 */
export const adminErrorCodes = [
  'notAllowed',
  'administrationOff',
  'notFound',
  'tenantUnknown',
  'malformed',
  'queueUnknown',
  'operatorUnknown',
  'soundUnknown',
  'templateUnknown',
  'callUnknown',
  'personUnknown',
  'settingsClash',
  'clipsMissing',
  'soundRefused',
  'instanceTaken',
  'nameTaken',
  'queueInUse',
  'soundInUse',
  'operatorInUse',
] as const;
export type AdminErrorCode = (typeof adminErrorCodes)[number];

export const adminErrorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    field: z.optional(z.string()),
    remedy: z.optional(z.string()),
  }),
});
export type AdminError = z.infer<typeof adminErrorSchema>;
