import * as z from 'zod/mini';
import { longestSubject, longestText } from '../commands/message-command.ts';
import { messageTemplateViewSchema } from '../views/message-view.ts';
import { messageLanguages } from '../words/message-words.ts';
import { choiceField, guidField, nameField } from './admin-fields.ts';

const nameRemedy = 'give a name of 1 to 40 lower-case letters, digits and dashes, such as site-visit';
const subjectRemedy = `write the subject of the mail on one line of at most ${longestSubject} characters`;
const bodyRemedy = `write the text, of at most ${longestText} characters`;

/** What a template's address names. */
export const templatePathSchema = z.object({
  tenantId: guidField('the tenant id, as the list of tenants shows it'),
  name: z.string({ error: nameRemedy }).check(z.regex(/^[a-z0-9-]{1,40}$/, nameRemedy)),
  language: choiceField(...messageLanguages),
});

/** A template as it is written. What may stand in braces is told by the server, which refuses anything else by its name. */
export const putTemplateSchema = z.strictObject({
  title: nameField('the title that operators choose it by'),
  subject: z
    .string({ error: subjectRemedy })
    .check(
      z.minLength(1, subjectRemedy),
      z.maxLength(longestSubject, subjectRemedy),
      z.regex(/^\P{Cc}*$/u, subjectRemedy),
    ),
  body: z
    .string({ error: bodyRemedy })
    .check(
      z.minLength(1, bodyRemedy),
      z.maxLength(longestText, bodyRemedy),
      z.regex(/^[\P{Cc}\n\t]*$/u, bodyRemedy),
    ),
});
export type PutTemplate = z.infer<typeof putTemplateSchema>;

/** A template of a tenant, or one that comes along. */
export const adminTemplateViewSchema = z.extend(messageTemplateViewSchema, { isShipped: z.boolean() });
export type AdminTemplateView = z.infer<typeof adminTemplateViewSchema>;

export const templateListSchema = z.object({ templates: z.array(adminTemplateViewSchema) });
