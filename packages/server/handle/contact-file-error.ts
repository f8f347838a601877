import type { ContactProblem } from '@switchboard/contract/words/contact-remedies';

/** A file of contacts cannot be read on, and how to mend it. */
export class ContactFileError extends Error {
  override readonly name = 'ContactFileError';
  readonly problem: ContactProblem;

  constructor(problem: ContactProblem, options?: ErrorOptions) {
    super(problem.remedy, options);
    this.problem = problem;
  }
}
