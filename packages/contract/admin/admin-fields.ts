import * as z from 'zod/mini';

/** An id that Microsoft 365 gives, in any case. `what` says where an administrator finds it. */
export const guidField = (what: string) => z.guid({ error: `give ${what}, a GUID` });

/** A name that a person reads. Control characters would garble screens and terminals. */
export const nameField = (what: string) => {
  const error = `give ${what}: 1 to 120 characters on one line`;
  return z.string({ error }).check(z.trim(), z.minLength(1, error), z.maxLength(120, error), oneLine(error));
};

const oneLine = (error: string) => z.regex(/^\P{Cc}*$/u, error);

/** Whole milliseconds between two bounds, both allowed. `why` gives the reason for the bounds. */
export const millisecondsField = (minimum: number, maximum: number, why?: string) => {
  const error = `give whole milliseconds from ${minimum} to ${maximum}${why === undefined ? '' : `: ${why}`}`;
  return z.number({ error }).check(z.int(error), z.minimum(minimum, error), z.maximum(maximum, error));
};

/** A whole number between two bounds, both allowed. */
export const wholeNumberField = (minimum: number, maximum: number) => {
  const error = `give a whole number from ${minimum} to ${maximum}`;
  return z.number({ error }).check(z.int(error), z.minimum(minimum, error), z.maximum(maximum, error));
};

export const yesOrNoField = () => z.boolean({ error: 'write true or false' });

export const choiceField = <const Choices extends readonly [string, ...string[]]>(...choices: Choices) =>
  z.enum(choices, { error: `give one of ${choices.join(', ')}` });

const numberRemedy = 'write the number as +442079460100: a plus sign, country code, digits only';

/** E.164. */
export const phoneNumberField = () =>
  z.string({ error: numberRemedy }).check(z.regex(/^\+[1-9]\d{5,14}$/, numberRemedy));

const patternRemedy = 'give an array of numbers like +442079460100, or +442079* for all that begin so';

/** Callers' numbers, whole or by how they begin. Which are numbers is told by the server. */
export const callerPatternsField = () =>
  z.array(z.string({ error: patternRemedy }), { error: patternRemedy });

const soundRemedy = 'give the id of a sound: the list of sounds shows them';

/** A sound of the tenant, or one that comes with the product. */
export const soundField = () =>
  z.string({ error: soundRemedy }).check(z.minLength(1, soundRemedy), z.maxLength(100, soundRemedy));
