import { asError } from '@switchboard/kit/lifecycle';
import { ok, type Result, refused } from '@switchboard/kit/result';
import type { CliEnvironment } from '../config/env.ts';
import { type Problem, usageProblem } from '../output/problem.ts';
import { type AdminClient, createAdminClient } from './admin-client.ts';

/** Options that every command takes. */
export interface ConnectionOptions {
  readonly server?: string;
  readonly token?: string;
  readonly tokenFile?: string;
}

/** What the program has of the world around it. */
export interface CliWorld {
  readonly environment: CliEnvironment;
  readonly fetch: typeof globalThis.fetch;
  readonly readFile: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** For people only; a machine reads the other stream. */
  readonly warn: (text: string) => void;
}

const defaultServer = 'http://localhost:3000';

/** An option goes before a file, a file before the environment. */
export async function connect(
  options: ConnectionOptions,
  world: CliWorld,
): Promise<Result<AdminClient, Problem>> {
  const given = options.server ?? world.environment.server ?? defaultServer;
  const server = URL.canParse(given) ? new URL(given) : undefined;
  if (server === undefined || (server.protocol !== 'http:' && server.protocol !== 'https:')) {
    const message = `${given} is not the address of a server`;
    return refused(usageProblem(message, 'write --server https://console.contoso.example'));
  }
  const token = await tokenFrom(options, world);
  if (!token.ok) return token;
  if (server.protocol === 'http:' && !isLoopback(server.hostname)) {
    world.warn(`Note: the token travels unencrypted to ${server.origin}; use https.`);
  }
  const base = `${server.origin}${server.pathname.replace(/\/+$/, '')}`;
  return ok(createAdminClient(base, token.value, world.fetch));
}

async function tokenFrom(options: ConnectionOptions, world: CliWorld): Promise<Result<string, Problem>> {
  if (options.token !== undefined) return usable(options.token, '--token');
  const { tokenFile } = options;
  if (tokenFile !== undefined) {
    try {
      return usable(new TextDecoder().decode(await world.readFile(tokenFile)), tokenFile);
    } catch (error) {
      const message = `The token file cannot be read: ${asError(error).message}`;
      return refused(usageProblem(message, 'give a file that holds the token and nothing else'));
    }
  }
  if (world.environment.token !== undefined)
    return usable(world.environment.token, 'SWITCHBOARD_ADMIN_TOKEN');
  return refused(
    usageProblem(
      'There is no administration token',
      'set SWITCHBOARD_ADMIN_TOKEN, or give --token-file FILE',
    ),
  );
}

/** A header holds visible ASCII only; anything else was not a token. */
function usable(text: string, from: string): Result<string, Problem> {
  const token = text.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return ok(token);
  return refused(usageProblem(`${from} holds no token`, 'a token is one word of letters, digits and signs'));
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || host.startsWith('127.');
