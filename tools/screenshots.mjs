// "npm run screenshots": every screen in every theme as a picture, in artifacts/screens; with "-- --images" those of the
// documents too.
import { runBuilt } from './setup/run-built.mjs';

await runBuilt('test', 'screens', 'main.ts');
