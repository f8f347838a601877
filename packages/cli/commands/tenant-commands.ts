import type { ChangeTenant } from '@switchboard/contract/admin/tenant';
import type { Command } from 'commander';
import { readWholeNumber } from './options.ts';
import { examples, type Perform, type SharedOptions } from './perform.ts';
import { addTenant, listTenants, setTenant } from './tenants.ts';

/** The organisations, and how long each keeps its calls. */
export function addTenantCommands(program: Command, perform: Perform): void {
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
  tenants
    .command('set')
    .description('Change what the options name.')
    .argument('<tenant>', 'its id or its name')
    .option('--name <name>', 'its name')
    .option('--keep-days <days>', 'how long ended calls are kept, 1 to 3650', readWholeNumber)
    .option('--language <language>', 'what colleagues are written to in by default: en, nl, de, fr')
    .addHelpText('after', examples('tenants set Contoso --keep-days 30'))
    .action(async (given: string, _options, command: Command) => {
      const { name, keepDays, language, ...shared } = command.optsWithGlobals<SharedOptions & ChangeTenant>();
      const asked = {
        ...(name === undefined ? {} : { name }),
        ...(keepDays === undefined ? {} : { keepDays }),
        ...(language === undefined ? {} : { language }),
      };
      await perform(shared, (client) => setTenant(client, given, asked));
    });
}
