import type { ContactProblem } from '@switchboard/contract/words/contact-remedies';

/** A file of contacts cannot be read on, and how to mend it. */
export class ContactFileError extends Error {
  override readonly name = 'ContactFileError';
  readonly problem: ContactProblem;
  /** Which row it is, where that is known; else that behind the last one read. */
  readonly row: number | undefined;

  constructor(problem: ContactProblem, { row, ...options }: ErrorOptions & { readonly row?: number } = {}) {
    super(problem.remedy, options);
    this.problem = problem;
    this.row = row;
  }
}
