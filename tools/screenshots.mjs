// "npm run screenshots": every screen in every theme as a picture, in artifacts/screens.
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
  process.exitCode = await runChild(node, [path.join(root, 'test', 'screens', 'main.ts')]);
} catch (error) {
  fail(error);
}
