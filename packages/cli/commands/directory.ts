import { adminRoutes } from '@switchboard/contract/admin/admin-routes';
import {
  type ChangeDirectory,
  directoryViewSchema,
  personErasedSchema,
} from '@switchboard/contract/admin/directory';
import { ok, refused } from '@switchboard/kit/result';
import { type Command, InvalidArgumentError } from 'commander';
import type { AdminClient } from '../connection/admin-client.ts';
import { usageProblem } from '../output/problem.ts';
import { lineWidth } from '../output/table.ts';
import { printable, wrapWords } from '../output/text-width.ts';
import type { Outcome } from './answer.ts';
import { collectOrNone, none, orNone, readOnOff, readWholeNumber } from './options.ts';
import { doInTenant, examples, type OfTenant, type Perform } from './perform.ts';
import { showDirectory } from './show-directory.ts';

/** The cached directory of a tenant. */
export function addDirectoryCommands(program: Command, perform: Perform): void {
  const directory = program
    .command('directory')
    .description('What of a tenant’s directory is kept here, and how far it is read.');
  doInTenant(directory.command('show'), perform, () => show)
    .description('Show how far it is read, how many people are here, and its settings.')
    .addHelpText('after', examples('directory show', 'directory show --tenant Contoso --json'));
  addSet(directory.command('set'), perform);
  doInTenant(directory.command('read'), perform, () => readAnew)
    .description('Read everything anew now; whoever is here stays meanwhile.')
    .addHelpText('after', examples('directory read'));
  doInTenant<OfTenant & EraseOptions>(
    directory.command('erase'),
    perform,
    (_args, options) => (client, tenantId) => erase(client, tenantId, options),
  )
    .description('Erase one person, or all that is cached. Whom Microsoft still has comes back.')
    .option('--person <person-id>', 'this person alone, with notes about them and favourites')
    .option('--all', 'everybody read from Microsoft; notes, favourites and shared contacts stay')
    .option('--with-own', 'with --all: also notes, other names, favourites and shared contacts')
    .addHelpText(
      'after',
      examples(
        'directory erase --person 7e57c0de-0000-4000-8000-0000000000e1',
        'directory erase --all --tenant Contoso',
      ),
    );
}

type ExtraFields = readonly { readonly label: string; readonly property: string }[];

type SetOptions = OfTenant & {
  readonly otherPhone?: string;
  readonly teamsNumber?: string;
  readonly extra?: ExtraFields;
  readonly group?: readonly string[];
  readonly guests?: boolean;
  readonly hidden?: boolean;
  readonly disabled?: boolean;
  readonly resources?: boolean;
  readonly organisationContacts?: boolean;
  readonly formerDays?: number;
};

function addSet(command: Command, perform: Perform): void {
  doInTenant<SetOptions>(
    command,
    perform,
    (_args, options) => (client, tenantId) => set(client, tenantId, changeFrom(options)),
  )
    .description('Change what the options name. Other settings have everything read anew.')
    .option('--other-phone <property>', 'where a second number is kept; none', orNone(asWritten))
    .option(
      '--teams-number <property>',
      'where the number of Teams is kept; userConfigurations for Teams’ own list; none',
      orNone(asWritten),
    )
    .option('--extra <label=property>', 'a further field; repeated, replaces all; none', collectExtra)
    .option('--group <group-id>', 'show only its members; repeated, replaces all; none', collectOrNone)
    .option('--guests <on|off>', 'show accounts of other organisations', readOnOff)
    .option('--hidden <on|off>', 'show whom address lists leave out', readOnOff)
    .option('--disabled <on|off>', 'show accounts that nobody can sign in to', readOnOff)
    .option('--resources <on|off>', 'show resource accounts', readOnOff)
    .option('--organisation-contacts <on|off>', 'read the organisational contacts', readOnOff)
    .option('--former-days <days>', 'how long whoever left is kept, 0 to 365', readWholeNumber)
    .addHelpText(
      'after',
      examples(
        'directory set --other-phone extensionAttribute1 --teams-number userConfigurations',
        'directory set --extra "Cost centre=extensionAttribute2" --guests off',
      ),
    );
}

const asWritten = (text: string): string => text;

function changeFrom(options: SetOptions): ChangeDirectory {
  const { otherPhone, teamsNumber, extra, group, formerDays } = options;
  const { guests, hidden, disabled, resources, organisationContacts } = options;
  const given = {
    otherPhone: otherPhone === none ? null : otherPhone,
    teamsNumber: teamsNumber === none ? null : teamsNumber,
    extra,
    groups: group,
    ...{ guests, hidden, disabled, resources, organisationContacts, formerDays },
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function collectExtra(text: string, before: ExtraFields | undefined): ExtraFields {
  if (text === none) return [];
  const at = text.lastIndexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write "Label=property".');
  return [...(before ?? []), { label: text.slice(0, at).trim(), property: text.slice(at + 1).trim() }];
}

interface EraseOptions {
  readonly person?: string;
  readonly all?: true;
  readonly withOwn?: true;
}

async function show(client: AdminClient, tenantId: string): Outcome {
  const path = adminRoutes.directory(tenantId);
  const answer = await client.request({ method: 'GET', path, answer: directoryViewSchema });
  return answer.ok ? ok({ json: answer.value.value, text: showDirectory(answer.value.value) }) : answer;
}

async function set(client: AdminClient, tenantId: string, body: ChangeDirectory): Outcome {
  const path = adminRoutes.directory(tenantId);
  const answer = await client.request({ method: 'PATCH', path, body, answer: directoryViewSchema });
  return answer.ok ? ok({ json: answer.value.value, text: showDirectory(answer.value.value) }) : answer;
}

async function readAnew(client: AdminClient, tenantId: string): Outcome {
  const path = adminRoutes.directoryReading(tenantId);
  const answer = await client.request({ method: 'POST', path, answer: directoryViewSchema });
  const text = 'The directory is being read anew: switchboard directory show tells how far it is.';
  return answer.ok ? ok({ json: answer.value.value, text: sentences(text) }) : answer;
}

const sentences = (text: string): string => wrapWords(text, lineWidth).join('\n');

async function erase(client: AdminClient, tenantId: string, options: EraseOptions): Outcome {
  const { person, all, withOwn } = options;
  if ((person === undefined) === (all === undefined) || (withOwn === true && all === undefined)) {
    return refused(
      usageProblem(
        'It is not said whom to erase',
        'write either --person with an id, or --all; --with-own goes with --all',
      ),
    );
  }
  if (person !== undefined) return await erasePerson(client, tenantId, person);
  const path = `${adminRoutes.directory(tenantId)}${withOwn === true ? '?withOwn=true' : ''}`;
  const answer = await client.request({ method: 'DELETE', path, answer: directoryViewSchema });
  const text = 'Erased all that was cached of the directory. It is read again from the beginning.';
  return answer.ok ? ok({ json: answer.value.value, text: sentences(text) }) : answer;
}

async function erasePerson(client: AdminClient, tenantId: string, person: string): Outcome {
  const path = adminRoutes.directoryPerson(tenantId, person);
  const answer = await client.request({ method: 'DELETE', path, answer: personErasedSchema });
  if (!answer.ok) return answer;
  const text = `Erased ${printable(answer.value.value.personId)} with notes and favourites. If Microsoft still has this person, they come back when they change, and with the next whole reading.`;
  return ok({ json: answer.value.value, text: sentences(text) });
}
