import path from 'node:path';
import { bench } from './tenant.ts';

/** The program that is measured: the very one that real tenants run. */
export const serverFile = path.resolve(import.meta.dirname, '../../packages/server/main.ts');

/** The server's environment beside a database and the stub. The public address is only ever read, never called. */
export const serverEnvironment = (databaseUrl: string, microsoftUrl: string): Record<string, string> => ({
  SWITCHBOARD_HOST: '127.0.0.1',
  SWITCHBOARD_PORT: '0',
  SWITCHBOARD_PUBLIC_URL: 'https://switchboard.example',
  SWITCHBOARD_LOG_LEVEL: 'info',
  DATABASE_URL: databaseUrl,
  ENTRA_LOGIN_URL: microsoftUrl,
  ENTRA_CLIENT_ID: bench.applicationId,
  ENTRA_CLIENT_SECRET: 'secret-of-the-benchmark',
  GRAPH_URL: `${microsoftUrl}/v1.0`,
  GRAPH_NOTIFICATIONS_OPENID_URL: `${microsoftUrl}/openid-configuration`,
});
