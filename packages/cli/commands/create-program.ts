import { ok } from '@switchboard/kit/result';
import { Command } from 'commander';
import { addCallCommands } from './call-commands.ts';
import { addContactCommands } from './contacts.ts';
import { addDirectoryCommands } from './directory.ts';
import { doctor } from './doctor.ts';
import { addOperatorCommands } from './operators.ts';
import { examples, type OfTenant, type Perform } from './perform.ts';
import { addQueueCommands } from './queue-commands.ts';
import { addSoundCommands } from './sounds.ts';
import { addTemplateCommands } from './templates.ts';
import { addTenantCommands } from './tenant-commands.ts';
import { findTenantId } from './tenants.ts';

const programHelp = `
Exit codes:
  0  all is well
  1  something is wrong: a check failed, or the server refused
  2  the command was not used rightly
  3  no server answers
  4  the token is missing on the server, or is not the right one

Examples:
  $ switchboard doctor
  $ switchboard tenants add 11111111-2222-4333-8444-555555555555 Contoso
  $ switchboard queues set Reception --strategy longestIdle --max-wait 5m
  $ switchboard calls list --queue Reception --from 2026-11-23
  $ switchboard queues list --json --token-file /run/secrets/switchboard

The server has to run, with SWITCHBOARD_ADMIN_TOKEN set.`;

/** The commands and their help. Nothing is asked of a server before `perform` gets the work. */
export function createProgram(perform: Perform): Command {
  const program = new Command('switchboard')
    .description('Administration of a running Switchboard server.')
    .option('--server <url>', 'the server (else SWITCHBOARD_URL, else http://localhost:3000)')
    .option('--token <token>', 'its administration token; other users of this machine may see it')
    .option('--token-file <file>', 'a file that holds the token (else SWITCHBOARD_ADMIN_TOKEN)')
    .option('--json', 'print one JSON document, also about what is wrong')
    .configureHelp({ showGlobalOptions: true, helpWidth: 80 })
    .addHelpText('after', programHelp);
  addDoctor(program, perform);
  addTenantCommands(program, perform);
  addQueueCommands(program, perform);
  addSoundCommands(program, perform);
  addOperatorCommands(program, perform);
  addTemplateCommands(program, perform);
  addDirectoryCommands(program, perform);
  addCallCommands(program, perform);
  addContactCommands(program, perform);
  return program;
}

function addDoctor(program: Command, perform: Perform): void {
  program
    .command('doctor')
    .description('Look whether calls can work: database, Microsoft, certificate, callback address.')
    .option('--tenant <tenant>', 'leave the other tenants out: an id or a name')
    .addHelpText('after', examples('doctor', 'doctor --tenant Contoso --json'))
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<OfTenant>();
      await perform(options, async (client) => {
        const only =
          options.tenant === undefined ? ok(undefined) : await findTenantId(client, options.tenant);
        return only.ok ? await doctor(client, only.value) : only;
      });
    });
}
