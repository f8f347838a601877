import type { QueueTimes } from '@switchboard/contract/admin/queue';
import { ok } from '@switchboard/kit/result';
import { Command } from 'commander';
import type { AdminClient } from '../connection/admin-client.ts';
import type { Outcome } from './answer.ts';
import { doctor } from './doctor.ts';
import { addOperator, listOperators } from './operators.ts';
import { collect, readSeconds, type SharedOptions, timesFrom } from './options.ts';
import { addQueue, listQueues } from './queues.ts';
import { addTenant, findTenantId, listTenants } from './tenants.ts';

/** A command's work, once there is somebody to ask. */
export type Work = (client: AdminClient) => Outcome;

/** Does the work of the one command that was chosen. */
export type Perform = (options: SharedOptions, work: Work) => Promise<void>;

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
  addTenants(program, perform);
  addQueues(program, perform);
  addOperators(program, perform);
  return program;
}

const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ switchboard ${line}`).join('\n')}`;

const tenantOption = ['--tenant <tenant>', 'its id or its name; not needed while there is only one'] as const;

interface OfTenant extends SharedOptions {
  readonly tenant?: string;
}

/** Work in the tenant that is meant. */
const inTenant =
  (options: OfTenant, work: (client: AdminClient, tenantId: string) => Outcome): Work =>
  async (client) => {
    const tenantId = await findTenantId(client, options.tenant);
    return tenantId.ok ? await work(client, tenantId.value) : tenantId;
  };

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

function addTenants(program: Command, perform: Perform): void {
  const tenants = program.command('tenants').description('The organisations that this server serves.');
  tenants
    .command('list')
    .description('List them.')
    .addHelpText('after', examples('tenants list'))
    .action(async (_options, command: Command) => {
      await perform(command.optsWithGlobals<SharedOptions>(), listTenants);
    });
  tenants
    .command('add')
    .description('Add one, or rename a known one.')
    .argument('<tenant-id>', 'its directory id in Entra ID, a GUID')
    .argument('<name>', 'its name')
    .addHelpText('after', examples('tenants add 11111111-2222-4333-8444-555555555555 "Contoso Ltd"'))
    .action(async (tenantId: string, name: string, _options, command: Command) => {
      await perform(command.optsWithGlobals<SharedOptions>(), (client) =>
        addTenant(client, { tenantId, name }),
      );
    });
}

interface QueueOptions extends OfTenant, QueueTimes {
  readonly instance: string;
  readonly number?: string;
  readonly greeting: boolean;
}

function addQueues(program: Command, perform: Perform): void {
  const queues = program.command('queues').description('The numbers that callers dial.');
  queues
    .command('list')
    .description('List the queues of a tenant.')
    .option(...tenantOption)
    .addHelpText('after', examples('queues list', 'queues list --tenant Contoso --json'))
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<OfTenant>();
      await perform(options, inTenant(options, listQueues));
    });
  queues
    .command('add')
    .description('Add a queue to a tenant.')
    .argument('<name>', 'its name, as operators see it')
    .requiredOption('--instance <id>', 'object id of its resource account, a GUID')
    .option(...tenantOption)
    .option('--number <number>', 'its number, to be shown, like +442079460100')
    .option('--no-greeting', 'callers wait without being greeted')
    .option('--operator-ring <seconds>', 'how long an operator rings (3 to 19, else 15)', readSeconds)
    .option('--transfer-ring <seconds>', 'how long a colleague rings (3 to 19, else 18)', readSeconds)
    .option(
      '--settle <seconds>',
      'how long a call is watched after a transfer (0 to 60, else 3)',
      readSeconds,
    )
    .option('--check <seconds>', 'silence after which Graph is asked (5 to 600, else 30)', readSeconds)
    .addHelpText(
      'after',
      examples(
        'queues add Reception --number +442079460100 \\\n      --instance 33333333-2222-4333-8444-000000000001',
      ),
    )
    .action(async (name: string, _options, command: Command) => {
      const options = command.optsWithGlobals<QueueOptions>();
      const { instance, number, greeting } = options;
      const asked = {
        name,
        instanceId: instance,
        greeting,
        ...(number === undefined ? {} : { number }),
        ...timesFrom(options),
      };
      await perform(
        options,
        inTenant(options, (client, tenantId) => addQueue(client, tenantId, asked)),
      );
    });
}

interface OperatorOptions extends OfTenant {
  readonly person: string;
  readonly signInName: string;
  readonly queue?: readonly string[];
  readonly allQueues?: true;
}

function addOperators(program: Command, perform: Perform): void {
  const operators = program.command('operators').description('The people who answer.');
  operators
    .command('list')
    .description('List the operators of a tenant.')
    .option(...tenantOption)
    .addHelpText('after', examples('operators list --tenant Contoso'))
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<OfTenant>();
      await perform(options, inTenant(options, listOperators));
    });
  operators
    .command('add')
    .description('Make a person an operator of exactly these queues, also if they are one already.')
    .argument('<name>', 'their name')
    .requiredOption('--person <id>', 'their object id in Entra ID, a GUID')
    .requiredOption('--sign-in-name <name>', 'what they sign in to Teams with')
    .option('--queue <queue>', 'a queue they answer, by name or id; may be repeated', collect)
    .option('--all-queues', 'they answer every queue that there is now')
    .option(...tenantOption)
    .addHelpText(
      'after',
      examples(
        'operators add "Eva Berg" --queue Reception --queue Sales \\\n' +
          '      --person 7e57c0de-0000-4000-8000-0000000000e1 \\\n' +
          '      --sign-in-name eva.berg@contoso.example',
      ),
    )
    .action(async (name: string, _options, command: Command) => {
      const options = command.optsWithGlobals<OperatorOptions>();
      const { person: personId, signInName: userPrincipalName, queue, allQueues } = options;
      const queues = allQueues === true ? ('all' as const) : (queue ?? []);
      await perform(
        options,
        inTenant(options, (client, tenantId) =>
          addOperator(client, tenantId, { personId, name, userPrincipalName, queues }),
        ),
      );
    });
}
