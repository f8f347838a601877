import type { AdminTemplateView, PutTemplate } from '@switchboard/contract/admin/template';
import {
  placeholders,
  type TemplateProblem,
  templateProblem,
} from '@switchboard/contract/words/message-template';
import type { TenantId } from '@switchboard/domain/ids';
import { ok, type Refused, refused } from '@switchboard/kit/result';
import {
  removeTemplate as dropTemplate,
  putTemplate as keepTemplate,
} from '@switchboard/store/messages/templates';
import type { AdministrationParts } from './administration-parts.ts';
import type { AdministrationRefusal, Outcome } from './administration-refusal.ts';
import { templatesOf } from './message-templates.ts';

/** Which template: a name in a language. */
export interface TemplateKey {
  readonly name: string;
  readonly language: string;
}

export const showTemplates = async (
  { store }: AdministrationParts,
  tenant: TenantId,
): Promise<readonly AdminTemplateView[]> => await templatesOf(store, tenant);

/** Keeps a template of the tenant's own, unless something in it cannot be filled. */
export async function putTemplate(
  { store, clock }: AdministrationParts,
  tenant: TenantId,
  key: TemplateKey,
  asked: PutTemplate,
): Outcome<AdminTemplateView> {
  for (const field of ['subject', 'body'] as const) {
    const problem = templateProblem(asked[field]);
    if (problem !== undefined) return unfillable(field, problem);
  }
  const template = { ...key, ...asked };
  await keepTemplate(store, tenant, template, clock.now());
  return ok({ ...template, isShipped: false });
}

const unfillable = (field: string, problem: TemplateProblem): Refused<AdministrationRefusal> =>
  refused({
    code: 'malformed',
    field,
    ...(problem.kind === 'unknownPlaceholder'
      ? {
          message: `Nothing is known as {${problem.placeholder}}`,
          remedy: `write one of ${placeholders.map((each) => `{${each}}`).join(', ')}`,
        }
      : {
          message: `The ${field} has a ${problem.sign} without its counterpart, or brackets within brackets`,
          remedy: 'write {…} around what is filled in, and […] around what is left out when it is not known',
        }),
  });

export async function removeTemplate(
  parts: AdministrationParts,
  tenant: TenantId,
  { name, language }: TemplateKey,
): Outcome<AdminTemplateView> {
  const removed = await dropTemplate(parts.store, tenant, name, language);
  if (removed !== undefined) return ok({ ...removed, isShipped: false });
  const isShipped = (await showTemplates(parts, tenant)).some(
    (each) => each.name === name && each.language === language,
  );
  return refused({
    code: 'templateUnknown',
    field: 'name',
    message: isShipped
      ? `The template ${name} in ${language} comes with the product`
      : `This tenant has no template ${name} in ${language}`,
    remedy: isShipped
      ? 'leave it, or put one of your own in its place'
      : 'look up its name and language in the list of templates',
    isAddress: true,
  });
}
