import type { Command } from 'commander';
import { readDuration, readOnOff, readWholeNumber } from './options.ts';
import { doInTenant, examples, type OfTenant, type Perform } from './perform.ts';
import { type QueueOptions, withQueueOptions } from './queue-options.ts';
import {
  type AnnounceOptions,
  announce,
  type DivertOptions,
  divert,
  type HoursOptions,
  hours,
} from './queue-rules.ts';
import { addQueue, listQueues, removeQueue, setQueue, showOneQueue, switchQueue } from './queues.ts';

const which = ['<queue>', 'its name or id'] as const;

export function addQueueCommands(program: Command, perform: Perform): void {
  const queues = program.command('queues').alias('queue').description('The numbers that callers dial.');
  doInTenant(queues.command('list'), perform, () => listQueues)
    .description('List the queues of a tenant.')
    .addHelpText('after', examples('queues list', 'queues list --tenant Contoso --json'));
  doInTenant(
    queues.command('show').argument(...which),
    perform,
    ([queue = '']) =>
      (client, tenantId) =>
        showOneQueue(client, tenantId, queue),
  )
    .description('Show all settings of a queue.')
    .addHelpText('after', examples('queues show Reception'));
  addAdd(queues, perform);
  addSet(queues, perform);
  addHours(queues, perform);
  addDivert(queues, perform);
  addAnnounce(queues, perform);
  addSwitches(queues, perform);
  doInTenant(
    queues.command('remove').argument(...which),
    perform,
    ([queue = '']) =>
      (client, tenantId) =>
        removeQueue(client, tenantId, queue),
  )
    .description('Remove a queue that has no call now.')
    .addHelpText('after', examples('queues remove Sales'));
}

function addAdd(queues: Command, perform: Perform): void {
  const add = queues.command('add').argument('<name>', 'its name, as operators see it');
  withQueueOptions(
    doInTenant<OfTenant & QueueOptions & { instance: string }>(
      add,
      perform,
      ([name = ''], options) =>
        (client, tenantId) =>
          addQueue(client, tenantId, name, options),
    )
      .description('Add a queue to a tenant.')
      .requiredOption('--instance <id>', 'object id of its resource account, a GUID'),
  ).addHelpText(
    'after',
    examples(
      'queues add Reception --number +442079460100 \\\n      --instance 33333333-2222-4333-8444-000000000001',
    ),
  );
}

function addSet(queues: Command, perform: Perform): void {
  const set = queues.command('set').argument(...which);
  withQueueOptions(
    doInTenant<OfTenant & QueueOptions & { name?: string; instance?: string }>(
      set,
      perform,
      ([queue = ''], options) =>
        (client, tenantId) =>
          setQueue(client, tenantId, queue, options),
    )
      .description('Change what is named, and nothing else. Times: 15 (seconds), 90s, 5m, 1h.')
      .option('--name <name>', 'its name, as operators see it')
      .option('--instance <id>', 'object id of its resource account, a GUID'),
  ).addHelpText(
    'after',
    examples(
      'queues set Reception --strategy longestIdle --max-wait 5m',
      'queues set Reception --music "Spring music" --greeting none',
    ),
  );
}

function addHours(queues: Command, perform: Perform): void {
  const command = queues.command('hours').argument(...which);
  doInTenant<OfTenant & HoursOptions>(
    command,
    perform,
    ([queue = ''], options) =>
      (client, tenantId, readFile) =>
        hours(client, tenantId, queue, options, readFile),
  )
    .description('Set the opening hours; without an option, print them.')
    .option('--file <file>', 'JSON with timeZone, week and holidays')
    .option('--always', 'open at all times')
    .addHelpText(
      'after',
      examples('queues hours Reception --file hours.json', 'queues hours Reception --always'),
    );
}

function addDivert(queues: Command, perform: Perform): void {
  const command = queues
    .command('divert')
    .argument(...which)
    .argument('<reason>', 'closed, emergency, full, nobodyThere or waitedTooLong');
  doInTenant<OfTenant & DivertOptions>(
    command,
    perform,
    ([queue = '', reason = ''], options) =>
      (client, tenantId) =>
        divert(client, tenantId, { queue, reason }, options),
  )
    .description('Say where calls go that the queue does not keep.')
    .option('--to <where>', 'message, callBack, busy, queue:NAME, person:ID, or a number like +442079460100')
    .option('--message <sound>', 'heard first')
    .option('--off', 'no rule for this reason')
    .addHelpText(
      'after',
      examples(
        'queues divert Reception closed --to message --message closed',
        'queues divert Reception full --to queue:"Service Desk"',
      ),
    );
}

function addAnnounce(queues: Command, perform: Perform): void {
  const command = queues.command('announce').argument(...which);
  doInTenant<OfTenant & AnnounceOptions>(
    command,
    perform,
    ([queue = ''], options) =>
      (client, tenantId) =>
        announce(client, tenantId, queue, options),
  )
    .description('Make an announcement of clips that were uploaded as sounds.')
    .option('--every <time>', 'how often it is heard (else 1m)', readDuration)
    .option('--positions <number>', 'say the place in line, up to this one (at most 20)', readWholeNumber)
    .option('--waits <minutes>', 'say the expected wait, up to so many minutes (at most 20)', readWholeNumber)
    .option('--off', 'announce nothing')
    .addHelpText(
      'after',
      examples('queues announce Reception --every 45s --positions 10', 'queues announce Reception --off'),
    );
}

function addSwitches(queues: Command, perform: Perform): void {
  const mode = queues
    .command('mode')
    .argument(...which)
    .argument('<mode>', 'auto (by its hours), day or night');
  doInTenant(
    mode,
    perform,
    ([queue = '', chosen = '']) =>
      (client, tenantId) =>
        switchQueue(client, tenantId, queue, { mode: chosen }),
  )
    .description('Open or close a queue by hand, until it is switched back.')
    .addHelpText('after', examples('queues mode Reception night', 'queues mode Reception auto'));
  const emergency = queues
    .command('emergency')
    .argument(...which)
    .argument('<on|off>', 'whether it is on', readOnOff);
  doInTenant(
    emergency,
    perform,
    ([queue = '', chosen = '']) =>
      (client, tenantId) =>
        switchQueue(client, tenantId, queue, { isEmergency: chosen === 'on' }),
  )
    .description('Send all calls where the rule emergency says.')
    .addHelpText('after', examples('queues emergency Reception on'));
}
