import { existsSync } from 'node:fs';
import path from 'node:path';
import { readJson, root } from './project.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} TestOutcome
 * @typedef {{ name?: string, status: string, message?: string, assertionResults: TestOutcome[] }} FileOutcome
 */

/**
 * Counts the tests in Vitest's JSON report and names those that failed. A file that could not be loaded is a failure,
 * and so is a run that ended badly without a failed test (an unhandled error, no tests at all, no report).
 * @param {string} reportFile
 * @param {number} exitCode of Vitest
 * @returns {{ tally: Tally, failures: string[] }}
 */
export function readTally(reportFile, exitCode) {
  const report = existsSync(reportFile) ? readJson(reportFile) : { testResults: [] };
  const tally = countReport(report);
  const failures = listFailures(report);
  if (tally.failed > 0 || exitCode === 0) return { tally, failures };
  const outsideTests = `outside of all tests: Vitest ended with ${exitCode}, its own words are above`;
  return { tally: { ...tally, failed: 1 }, failures: [outsideTests] };
}

/**
 * @param {{ testResults: FileOutcome[] }} report
 * @returns {Tally}
 */
export function countReport(report) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of report.testResults) {
    const failedBefore = tally.failed;
    for (const test of assertionResults) {
      if (test.status === 'passed') tally.passed += 1;
      else if (test.status === 'failed') tally.failed += 1;
      else tally.skipped += 1;
    }
    if (status === 'failed' && tally.failed === failedBefore) tally.failed += 1;
  }
  return tally;
}

/**
 * One line for each failure: the file, the test, the first line of what it said.
 * @param {{ testResults: FileOutcome[] }} report
 * @returns {string[]}
 */
export function listFailures(report) {
  return report.testResults.flatMap((file) => {
    const where = file.name === undefined ? 'a file' : path.relative(root, file.name);
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [`${where}: ${firstLine(file.message)}`];
    return failed.map(
      (test) => `${where}: ${test.fullName ?? 'a test'}: ${firstLine(test.failureMessages?.[0])}`,
    );
  });
}

/** @param {string | undefined} text */
const firstLine = (text) => text?.split('\n', 1)[0] || 'said nothing';

/** @param {Tally} tally */
export const tallyLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
