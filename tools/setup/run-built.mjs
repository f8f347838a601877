import path from 'node:path';
import { buildConsole } from './console-build.mjs';
import { install } from './install.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { checkNode, fail, root } from './project.mjs';
import { runChild } from './run-child.mjs';

/**
 * Installs and builds what is missing, then runs a program of ours in our place, with our arguments.
 * @param {string[]} file from the root of the project
 */
export async function runBuilt(...file) {
  try {
    checkNode();
    await install();
    const node = pinnedNode();
    await buildConsole();
    process.exitCode = await runChild(node, [path.join(root, ...file), ...process.argv.slice(2)]);
  } catch (error) {
    fail(error);
  }
}
