import * as z from 'zod';
import { member, text } from './lenient.ts';

/** `commsNotifications`: the body of a callback. Each item is read by itself, so that a bad one costs no other. */
export const notificationsSchema = z.looseObject({ value: z.array(z.unknown()) });

/** `commsNotification`. `resource` is the old spelling of `resourceUrl`; either may be missing. */
export const notificationSchema = z.looseObject({
  changeType: member,
  resource: text,
  resourceUrl: text,
  resourceData: z.unknown().optional(),
});

const typedSchema = z.looseObject({ '@odata.type': text, '@odata.id': text });

/** The short name of an object's type (`call`, `playpromptoperation`, …), when it says one. */
export function typeName(data: unknown): string | undefined {
  const parsed = typedSchema.safeParse(data);
  return parsed.success
    ? parsed.data['@odata.type']?.replace(/^#?(?:microsoft\.graph\.)?/i, '').toLowerCase()
    : undefined;
}

/** The path that an object gives for itself, when it gives one. */
export function ownPath(data: unknown): string | undefined {
  const parsed = typedSchema.safeParse(data);
  return parsed.success ? parsed.data['@odata.id'] : undefined;
}
