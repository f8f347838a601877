import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import {
  type AdminTemplateView,
  adminTemplateViewSchema,
  templateListSchema,
} from '@switchboard/contract/admin/template';
import { asError } from '@switchboard/kit/lifecycle';
import { ok, refused } from '@switchboard/kit/result';
import type { Command } from 'commander';
import type { AdminClient } from '../connection/admin-client.ts';
import { usageProblem } from '../output/problem.ts';
import { table } from '../output/table.ts';
import { printable } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';
import { doInTenant, examples, type OfTenant, type Perform, type ReadFile } from './perform.ts';

type Written = OfTenant & { readonly title?: string; readonly subject?: string };

export function addTemplateCommands(program: Command, perform: Perform): void {
  const templates = program
    .command('templates')
    .alias('template')
    .description('What messages to colleagues are made of.');
  doInTenant(templates.command('list'), perform, () => listTemplates)
    .description('List the templates of a tenant, and those that come with the product.')
    .addHelpText('after', examples('templates list'));
  const named = (command: Command): Command =>
    command.argument('<name>', 'its name, such as site-visit').argument('<language>', 'en, nl, de or fr');
  doInTenant(
    named(templates.command('show')),
    perform,
    ([name = '', language = '']) =>
      (client, tenantId) =>
        showTemplate(client, tenantId, { name, language }),
  )
    .description('Show one.')
    .addHelpText('after', examples('templates show call nl'));
  doInTenant<Written>(
    named(templates.command('set')).argument('<file>', 'a text file that holds the text'),
    perform,
    ([name = '', language = '', file = ''], { title, subject }) =>
      (client, tenantId, readFile) =>
        setTemplate(client, tenantId, { name, language, file, title, subject }, readFile),
  )
    .description(
      'Keep one of the tenant’s own. Of the name and language of a shipped one, it stands in for it.',
    )
    .requiredOption('--title <title>', 'what operators choose it by')
    .requiredOption('--subject <subject>', 'the subject of a mail')
    .addHelpText(
      'after',
      examples('templates set site-visit en visit.txt --title "Site visit" --subject "{caller} is here"'),
    );
  doInTenant(
    named(templates.command('remove')),
    perform,
    ([name = '', language = '']) =>
      (client, tenantId) =>
        removeTemplate(client, tenantId, { name, language }),
  )
    .description('Remove one of the tenant’s own; a shipped one that it stood in for is back.')
    .addHelpText('after', examples('templates remove site-visit en'));
}

interface Key {
  readonly name: string;
  readonly language: string;
}

const read = (client: AdminClient, tenantId: string) =>
  client.request({ method: 'GET', path: adminRoutes.templates(tenantId), answer: templateListSchema });

async function listTemplates(client: AdminClient, tenantId: string): Outcome {
  const answer = await read(client, tenantId);
  if (!answer.ok) return answer;
  const rows = answer.value.value.templates.map(({ name, language, title, isShipped }) => [
    name,
    language,
    title,
    isShipped ? 'comes along' : 'your own',
  ]);
  const columns = [
    { title: 'NAME', isFixed: true },
    { title: 'LANGUAGE' },
    { title: 'TITLE' },
    { title: 'WHOSE' },
  ];
  return ok({ json: answer.value.value, text: table(columns, rows) });
}

async function showTemplate(client: AdminClient, tenantId: string, { name, language }: Key): Outcome {
  const answer = await read(client, tenantId);
  if (!answer.ok) return answer;
  const found = answer.value.value.templates.find((each) => each.name === name && each.language === language);
  if (found === undefined) {
    const what = `There is no template ${printable(name)} in ${printable(language)}`;
    return refused(usageProblem(what, 'see switchboard templates list'));
  }
  const { title, subject, body } = found;
  const lines = body.split('\n').map(printable);
  return ok({
    json: found,
    text: [`${nameOf(found)}: ${printable(title)}`, printable(subject), '', ...lines].join('\n'),
  });
}

const nameOf = ({ name, language }: AdminTemplateView): string => `${name} (${language})`;

async function setTemplate(
  client: AdminClient,
  tenantId: string,
  written: Key & {
    readonly file: string;
    readonly title?: string | undefined;
    readonly subject?: string | undefined;
  },
  readFile: ReadFile,
): Outcome {
  const { name, language, file, title, subject } = written;
  let body: string;
  try {
    body = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const what = `The text cannot be read: ${asError(error).message}`;
    return refused(usageProblem(what, 'give the path of a text file in UTF-8'));
  }
  const answer = await client.request({
    method: 'PUT',
    path: adminRoutes.template(tenantId, name, language),
    body: { title, subject, body: body.replaceAll('\r\n', '\n').trim() },
    answer: adminTemplateViewSchema,
  });
  if (!answer.ok) return answer;
  return ok({ json: answer.value.value, text: `Kept the template ${nameOf(answer.value.value)}.` });
}

async function removeTemplate(client: AdminClient, tenantId: string, { name, language }: Key): Outcome {
  const path = adminRoutes.template(tenantId, name, language);
  const answer = await client.request({ method: 'DELETE', path, answer: adminTemplateViewSchema });
  if (!answer.ok) return answer;
  return ok({ json: answer.value.value, text: `Removed the template ${nameOf(answer.value.value)}.` });
}
