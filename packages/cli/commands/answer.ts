import type { Result } from '@switchboard/kit/result';
import type { ExitCode, Problem } from '../output/problem.ts';

/** What a command found or did, for machines and for people. */
export interface Answer {
  /** The document that --json prints. */
  readonly json: unknown;
  readonly text: string;
  /** 0 unless given. */
  readonly exitCode?: ExitCode;
}

export type Outcome = Promise<Result<Answer, Problem>>;
