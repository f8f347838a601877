// "npm test": installs and builds what is missing, finds a browser, runs all tests. Arguments go to Vitest.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './setup/browser.mjs';
import { buildConsole } from './setup/console-build.mjs';
import { install } from './setup/install.mjs';
import { pinnedNode } from './setup/pinned-node.mjs';
import { checkNode, fail, root, say } from './setup/project.mjs';
import { runChild } from './setup/run-child.mjs';
import { readTally, tallyLine } from './setup/tally.mjs';

try {
  checkNode();
  await install();
  const node = pinnedNode();
  const browser = await findBrowser();
  await buildConsole();
  process.exitCode = await runTests(node, browser);
} catch (error) {
  fail(error);
  say(tallyLine({ passed: 0, failed: 1, skipped: 0 }));
}

/**
 * @param {string} node
 * @param {string} browser
 */
async function runTests(node, browser) {
  const report = path.join(root, 'artifacts', 'test-report.json');
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runChild(node, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
    ...process.env,
    CHROME_PATH: browser,
  });
  const { tally, failures } = readTally(report, code);
  for (const failure of failures) say(`failed: ${failure}`);
  say(tallyLine(tally));
  return tally.failed === 0 ? 0 : 1;
}
