import fc from 'fast-check';

/** A run of random cases can be repeated: the seed is printed, and PROPERTY_SEED sets it. */
const wanted = process.env['PROPERTY_SEED'] ?? '';
const seed = wanted === '' ? Math.trunc(Math.random() * 0x7fff_ffff) : Number(wanted);

if (!Number.isInteger(seed)) {
  throw new Error(
    `PROPERTY_SEED must be a whole number, not "${wanted}". Take it from the output of an earlier run.`,
  );
}

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
console.info(`property tests: seed ${seed} (again with PROPERTY_SEED=${seed})`);
