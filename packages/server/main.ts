import { processEnvironment, readConfig } from './config/env.ts';
import { startServer } from './context.ts';
import { createLog } from './log.ts';

/** The server for real tenants: configured by the environment, see `.env.example`. */
const config = readConfig(processEnvironment());
if (!config.ok) {
  process.stderr.write(`Switchboard cannot start:\n${config.refusal.map((line) => `  ${line}\n`).join('')}`);
  process.exit(2);
}
const log = createLog(config.value.logLevel);
const server = await startServer(config.value, log);
const stop = (): void => {
  log.info('the server stops');
  server.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
