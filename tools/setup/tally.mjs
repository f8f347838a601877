import { existsSync } from 'node:fs';
import { readJson } from './project.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * Counts the tests in Vitest's JSON report. A file that could not be loaded is a failure, and so is a run that ended
 * badly without a failed test (an unhandled error, no tests at all, no report).
 * @param {string} reportFile
 * @param {number} exitCode of Vitest
 * @returns {Tally}
 */
export function readTally(reportFile, exitCode) {
  const tally = existsSync(reportFile)
    ? countReport(readJson(reportFile))
    : { passed: 0, failed: 0, skipped: 0 };
  return tally.failed === 0 && exitCode !== 0 ? { ...tally, failed: 1 } : tally;
}

/**
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
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

/** @param {Tally} tally */
export const tallyLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
