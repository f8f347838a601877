/** A broken promise of our own code. It is never caught to be passed over: the task dies and is restarted. */
export class Defect extends Error {
  override readonly name = 'Defect';
}

/** Throws a {@link Defect} unless `condition` holds. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Defect(message);
}

/** Returns `value`, or throws a {@link Defect} that says what was missing. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Defect(`missing: ${what}`);
  return value;
}

/** Closes an exhaustive switch: the compiler refuses a member that has no case. */
export function unreachable(value: never): never {
  throw new Defect(`unexpected value: ${JSON.stringify(value)}`);
}
