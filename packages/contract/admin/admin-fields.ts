import * as z from 'zod/mini';

/** An id that Microsoft 365 gives, in any case. `what` says where an administrator finds it. */
export const guidField = (what: string) => z.guid({ error: `give ${what}, a GUID` });

/** A name that a person reads. Control characters would garble screens and terminals. */
export const nameField = (what: string) => {
  const error = `give ${what}: 1 to 120 characters on one line`;
  return z.string({ error }).check(z.trim(), z.minLength(1, error), z.maxLength(120, error), oneLine(error));
};

const oneLine = (error: string) => z.regex(/^\P{Cc}*$/u, error);

/** Whole milliseconds between two bounds, both allowed. */
export const millisecondsField = (minimum: number, maximum: number) => {
  const error = `give whole milliseconds from ${minimum} to ${maximum}`;
  return z.number({ error }).check(z.int(error), z.minimum(minimum, error), z.maximum(maximum, error));
};
