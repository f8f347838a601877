import type { Command } from 'commander';
import type { AdminClient } from '../connection/admin-client.ts';
import type { ConnectionOptions } from '../connection/connect.ts';
import type { Outcome } from './answer.ts';
import { findTenantId } from './tenants.ts';

/** Options of every command. */
export interface SharedOptions extends ConnectionOptions {
  readonly json?: true;
}

/** Options of what is done in a tenant. */
export interface OfTenant extends SharedOptions {
  readonly tenant?: string;
}

/** Rejects when the file cannot be read. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** A command's work, once there is somebody to ask. */
export type Work = (client: AdminClient, readFile: ReadFile) => Outcome;

/** Does the work of the one command that was chosen. */
export type Perform = (options: SharedOptions, work: Work) => Promise<void>;

/** Work in the tenant that is meant. */
export type TenantWork = (client: AdminClient, tenantId: string, readFile: ReadFile) => Outcome;

const inTenant =
  (options: OfTenant, work: TenantWork): Work =>
  async (client, readFile) => {
    const tenantId = await findTenantId(client, options.tenant);
    return tenantId.ok ? await work(client, tenantId.value, readFile) : tenantId;
  };

/** Gives a command of a tenant its option and its work. `chosen` gets the command's arguments and all its options. */
export function doInTenant<Options extends OfTenant>(
  command: Command,
  perform: Perform,
  chosen: (args: readonly string[], options: Options) => TenantWork,
): Command {
  return command
    .option('--tenant <tenant>', 'its id or its name; not needed while there is only one')
    .action(async () => {
      const options = command.optsWithGlobals<Options>();
      await perform(options, inTenant(options, chosen(command.args, options)));
    });
}

export const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ switchboard ${line}`).join('\n')}`;
