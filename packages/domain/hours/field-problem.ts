import { type Refused, refused } from '@switchboard/kit/result';

/** What is wrong with something that was entered, and how to mend it. Sentences without a full stop at their end. */
export interface FieldProblem {
  /** The way to the field: `week.1[0].to`. Empty: all of it. */
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
}

export const fieldProblem = (field: string, problem: string, remedy: string): Refused<FieldProblem> =>
  refused({ field, problem, remedy });
