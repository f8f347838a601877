// "npm start": installs and builds what is missing, then runs Switchboard with everything it needs on this machine.
import { runBuilt } from './setup/run-built.mjs';

await runBuilt('packages', 'server', 'dev.ts');
