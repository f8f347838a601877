import type { GraphProblem } from '../client/graph-problem.ts';

/**
 * Why the directory told nothing: `noRight` the permission is missing, of the application or of the operator;
 * `unknown` what was asked about does not exist; `graph` anything else.
 */
export interface DirectoryRefusal {
  readonly code: 'noRight' | 'unknown' | 'graph';
  readonly message: string;
  readonly problem: GraphProblem;
}

export function directoryRefusal(problem: GraphProblem): DirectoryRefusal {
  const code = problem.kind === 'forbidden' ? 'noRight' : problem.kind === 'gone' ? 'unknown' : 'graph';
  return { code, message: problem.message, problem };
}
