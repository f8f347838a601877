import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ok, type Result, refused } from '@switchboard/kit/result';
import { sealKeyBytes } from '@switchboard/store/access/seal';
import * as z from 'zod';
import type { Config } from './config.ts';

const address = z
  .url({ protocol: /^https?$/, error: 'is not an address; write it as https://host.example' })
  .transform((url) => url.replace(/\/+$/, ''));

const port = z.coerce.number({ error: 'is not a number' }).int().min(0).max(65_535);

const sealKeys = z.string().transform((text, context) =>
  text.split(',').map((part) => {
    const key = Buffer.from(part.trim(), 'base64');
    if (key.length === sealKeyBytes) return key;
    context.addIssue({
      code: 'custom',
      message: 'is not a key; give 32 random bytes in base64, several with a comma between them',
    });
    return z.NEVER;
  }),
);

const onOrOff = z.enum(['on', 'off'], { error: 'is neither on nor off' });

/** Of one application in one tenant in half a minute (docs/graph/limits-that-are-counted.md). */
const mostPresenceRequests = 1_500;

const environment = z.object({
  SWITCHBOARD_HOST: z.string().default('0.0.0.0'),
  SWITCHBOARD_PORT: port.default(3000),
  SWITCHBOARD_PUBLIC_URL: address,
  SWITCHBOARD_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  SWITCHBOARD_ADMIN_TOKEN: z
    .string()
    .regex(/^[!-~]{32,}$/, { error: 'is not a token; give at least 32 random characters without blanks' })
    .optional(),
  SWITCHBOARD_TOKEN_KEY: sealKeys.optional(),
  SWITCHBOARD_SEARCH_FOLDER: z.string().min(1).default(path.join(tmpdir(), 'switchboard-search')),
  SWITCHBOARD_SEARCH_MEMORY: z.coerce
    .number({ error: 'is not a number of megabytes' })
    .int()
    .min(16, { error: 'is too little; give at least 16 megabytes' })
    .default(1_024),
  DATABASE_URL: z.string({ error: 'is missing; write postgres://user:password@host:5432/database' }).min(1),
  ENTRA_LOGIN_URL: address.default('https://login.microsoftonline.com'),
  ENTRA_CLIENT_ID: z.guid({
    error: 'is missing or not a GUID; it is the application id of the registration',
  }),
  ENTRA_CLIENT_SECRET: z.string().min(1).optional(),
  ENTRA_CERTIFICATE_FILE: z.string().min(1).optional(),
  ENTRA_PRIVATE_KEY_FILE: z.string().min(1).optional(),
  GRAPH_URL: address.default('https://graph.microsoft.com/v1.0'),
  GRAPH_NOTIFICATIONS_OPENID_URL: address.default(
    'https://api.aps.skype.com/v1/.well-known/OpenIdConfiguration',
  ),
  GRAPH_DELTA_ROSTER: onOrOff.default('off'),
  GRAPH_MAILBOXES: onOrOff.default('off'),
  GRAPH_PRESENCE_SHARE: z.coerce
    .number({ error: 'is not a number' })
    .min(1, { error: 'is less than 1' })
    .max(100, { error: 'is more than 100' })
    .default(50),
  GRAPH_NOTIFICATION_ISSUERS: z.string().default('https://graph.microsoft.com,https://api.botframework.com'),
});

/** Reads the configuration. A refusal names every variable that is wrong and how to mend it, one line each. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly string[]> {
  const read = environment.safeParse(env);
  if (!read.success)
    return refused(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const v = read.data;
  const credential = readCredential(v);
  if (!credential.ok) return credential;
  return ok({
    host: v.SWITCHBOARD_HOST,
    port: v.SWITCHBOARD_PORT,
    publicUrl: v.SWITCHBOARD_PUBLIC_URL,
    databaseUrl: v.DATABASE_URL,
    search: { folder: v.SWITCHBOARD_SEARCH_FOLDER, budget: v.SWITCHBOARD_SEARCH_MEMORY * 1_048_576 },
    logLevel: v.SWITCHBOARD_LOG_LEVEL,
    ...(v.SWITCHBOARD_ADMIN_TOKEN === undefined ? {} : { adminToken: v.SWITCHBOARD_ADMIN_TOKEN }),
    ...(v.SWITCHBOARD_TOKEN_KEY === undefined ? {} : { sealKeys: v.SWITCHBOARD_TOKEN_KEY }),
    entra: { loginBaseUrl: v.ENTRA_LOGIN_URL, clientId: v.ENTRA_CLIENT_ID, ...credential.value },
    graph: {
      baseUrl: v.GRAPH_URL,
      notificationsOpenIdUrl: v.GRAPH_NOTIFICATIONS_OPENID_URL,
      notificationIssuers: v.GRAPH_NOTIFICATION_ISSUERS.split(',').map((issuer) => issuer.trim()),
      presenceRequests: Math.floor((mostPresenceRequests * v.GRAPH_PRESENCE_SHARE) / 100),
      deltaRoster: v.GRAPH_DELTA_ROSTER === 'on',
      mailboxes: v.GRAPH_MAILBOXES === 'on',
    },
  });
}

type Credential = Pick<Config['entra'], 'secret' | 'certificate'>;

function readCredential(v: z.output<typeof environment>): Result<Credential, readonly string[]> {
  const { ENTRA_CLIENT_SECRET: secret, ENTRA_CERTIFICATE_FILE: certificate, ENTRA_PRIVATE_KEY_FILE: key } = v;
  if (certificate !== undefined && key !== undefined) {
    const certificatePem = readText('ENTRA_CERTIFICATE_FILE', certificate);
    const privateKeyPem = readText('ENTRA_PRIVATE_KEY_FILE', key);
    if (!certificatePem.ok) return certificatePem;
    if (!privateKeyPem.ok) return privateKeyPem;
    return ok({ certificate: { certificatePem: certificatePem.value, privateKeyPem: privateKeyPem.value } });
  }
  if (secret !== undefined) return ok({ secret });
  return refused([
    'ENTRA_CLIENT_SECRET is missing; give it, or ENTRA_CERTIFICATE_FILE together with ENTRA_PRIVATE_KEY_FILE',
  ]);
}

function readText(name: string, file: string): Result<string, readonly string[]> {
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch {
    return refused([`${name} names ${file}, which cannot be read`]);
  }
}

/** The environment of this process. */
export const processEnvironment = (): Readonly<Record<string, string | undefined>> => process.env;
