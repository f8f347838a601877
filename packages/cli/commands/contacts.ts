import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import { contactImportSchema } from '@switchboard/contract/views/contact-import';
import { asError } from '@switchboard/kit/lifecycle';
import { ok, refused } from '@switchboard/kit/result';
import type { Command } from 'commander';
import type { AdminClient } from '../connection/admin-client.ts';
import { exitCodes, usageProblem } from '../output/problem.ts';
import { printable } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';
import { doInTenant, examples, type Perform, type ReadFile } from './perform.ts';

/** The contacts that the operators of a tenant keep together, out of a file and into one. */
export function addContactCommands(program: Command, perform: Perform): void {
  const contacts = program
    .command('contacts')
    .description('The contacts that operators keep together, as CSV.');
  doInTenant(contacts.command('export'), perform, () => exportContacts)
    .description('Print all of them, as a file that import takes.')
    .addHelpText('after', examples('contacts export > contacts.csv'));
  doInTenant(
    contacts.command('import').argument('<file>', 'a CSV file in UTF-8 with a row of headings'),
    perform,
    ([file = '']) =>
      (client, tenantId, readFile) =>
        importContacts(client, tenantId, file, readFile),
  )
    .description('Add and replace contacts; when a row is wrong nothing is taken.')
    .addHelpText('after', examples('contacts import contacts.csv'));
}

const text = {
  safeParse: (input: unknown) =>
    typeof input === 'string' ? ({ success: true, data: input } as const) : ({ success: false } as const),
};

async function exportContacts(client: AdminClient, tenantId: string): Outcome {
  const path = adminRoutes.contacts(tenantId);
  const answer = await client.request({ method: 'GET', path, accepts: 'text/csv', answer: text });
  if (!answer.ok) return answer;
  const csv = answer.value.value.replace(/^\ufeff/, '');
  return ok({ json: { csv }, text: csv.trimEnd() });
}

async function importContacts(
  client: AdminClient,
  tenantId: string,
  name: string,
  readFile: ReadFile,
): Outcome {
  let file: Uint8Array<ArrayBuffer>;
  try {
    file = await readFile(name);
  } catch (error) {
    return refused(
      usageProblem(`The file cannot be read: ${asError(error).message}`, 'give the path of a CSV file'),
    );
  }
  const path = adminRoutes.contacts(tenantId);
  const answer = await client.request({
    method: 'POST',
    path,
    file,
    fileType: 'text/csv',
    answer: contactImportSchema,
  });
  if (!answer.ok) return answer;
  const { added, changed, unchanged, problems } = answer.value.value;
  const [first] = problems;
  if (first === undefined)
    return ok({
      json: answer.value.value,
      text: `Added ${added}, changed ${changed}, left ${unchanged} as they were.`,
    });
  const lines = problems.map(({ row, field, remedy }) =>
    printable(`row ${row}${field === undefined ? '' : `, ${field}`}: ${remedy}`),
  );
  return refused({
    exitCode: exitCodes.wrong,
    code: 'contactsRefused',
    message: `Nothing was taken, since rows are wrong:\n${lines.join('\n')}`,
    remedy: 'mend them in the file, and import it again',
  });
}
