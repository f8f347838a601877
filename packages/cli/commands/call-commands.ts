import { callStates, endReasons } from '@switchboard/contract/views/call-view';
import { type Command, Option } from 'commander';
import { type ListOptions, listCalls } from './calls.ts';
import { readMoment } from './moments.ts';
import { readWholeNumber } from './options.ts';
import { doInTenant, examples, type OfTenant, type Perform } from './perform.ts';
import { showCall } from './show-call.ts';

/** What became of calls. */
export function addCallCommands(program: Command, perform: Perform): void {
  const calls = program
    .command('calls')
    .alias('call')
    .description('Calls, live and ended, and what became of them.');
  doInTenant<OfTenant & ListOptions>(
    calls.command('list'),
    perform,
    (_args, options) => (client, tenantId) => listCalls(client, tenantId, options),
  )
    .description('List calls by their arrival, newest first.')
    .option('--queue <queue>', 'only of this queue, by name or id')
    .option('--from <moment>', 'only those that arrived then or later', readMoment)
    .option('--to <moment>', 'only those that arrived before', readMoment)
    .addOption(
      new Option('--state <state>', 'only those in this state; live: not over').choices([
        'live',
        ...callStates,
      ]),
    )
    .addOption(new Option('--reason <reason>', 'only those that ended so').choices(endReasons))
    .option('--limit <calls>', 'as many, 1 to 500 (else 50)', readWholeNumber)
    .option('--before <place>', 'the page behind another one, as that one says')
    .addHelpText(
      'after',
      examples(
        'calls list --queue Reception --from 2026-11-23 --to 2026-11-24',
        'calls list --reason callerHungUp --limit 200 --json',
        'calls list --state live',
      ),
    );
  doInTenant<OfTenant & { requests: boolean }>(
    calls.command('show').argument('<call>', 'its id'),
    perform,
    ([id = ''], { requests }) =>
      (client, tenantId) =>
        showCall(client, tenantId, id, requests),
  )
    .description('Show all that happened to a call, and what Microsoft was asked.')
    .option('--no-requests', 'leave out what Microsoft was asked')
    .addHelpText('after', examples('calls show 01940000-0000-7000-8000-0000000000c1 --no-requests'));
}
