/** A file of contacts cannot be read on. The message says how to mend it. */
export class ContactFileError extends Error {
  override readonly name = 'ContactFileError';
}
