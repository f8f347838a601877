// "npm run screenshots": every screen in every theme as a picture, in artifacts/screens; with "-- --images" those of the
// documents too.
import path from 'node:path';
import { buildConsole } from './setup/console-build.mjs';
import { install } from './setup/install.mjs';
import { pinnedNode } from './setup/pinned-node.mjs';
import { checkNode, fail, root } from './setup/project.mjs';
import { runChild } from './setup/run-child.mjs';

try {
  checkNode();
  await install();
  const node = pinnedNode();
  await buildConsole();
  process.exitCode = await runChild(node, [
    path.join(root, 'test', 'screens', 'main.ts'),
    ...process.argv.slice(2),
  ]);
} catch (error) {
  fail(error);
}
