import { readFile } from 'node:fs/promises';
import { processEnvironment } from './config/env.ts';
import { runCli } from './run-cli.ts';

// Who reads us may have seen enough: `switchboard queues list | head -1`.
process.stdout.on('error', () => process.exit());

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    environment: processEnvironment(),
    fetch: globalThis.fetch,
    readFile: (path) => readFile(path),
  },
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  },
);
