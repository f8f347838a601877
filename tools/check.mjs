// "npm run check": everything about the code that a machine can judge. Names of checks as arguments run those alone.
import path from 'node:path';
import { install } from './setup/install.mjs';
import { pinnedNode } from './setup/pinned-node.mjs';
import { checkNode, fail, root } from './setup/project.mjs';
import { runChild } from './setup/run-child.mjs';

try {
  checkNode();
  await install();
  const main = path.join(root, 'tools', 'checks', 'main.ts');
  process.exitCode = await runChild(pinnedNode(), [main, ...process.argv.slice(2)]);
} catch (error) {
  fail(error);
}
