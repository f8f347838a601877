import fc from 'fast-check';

/**
 * `npm test` says the same of the same code: its random cases are always those of one seed. PROPERTY_SEED sets another,
 * `PROPERTY_SEED=random` a new one each time; it is printed. New worlds in great numbers are the soak's work.
 */
const usualSeed = 20_261_129;

const wanted = process.env['PROPERTY_SEED'] ?? '';
const seed = wanted === 'random' ? Math.trunc(Math.random() * 0x7fff_ffff) : Number(wanted || usualSeed);

if (!Number.isInteger(seed)) {
  throw new Error(
    `PROPERTY_SEED must be a whole number or "random", not "${wanted}". Take it from the output of an earlier run.`,
  );
}

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
console.info(
  `property tests: seed ${seed} (another with PROPERTY_SEED=${seed + 1}, a new one with PROPERTY_SEED=random)`,
);
