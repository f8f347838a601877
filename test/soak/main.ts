import { randomInt } from 'node:crypto';
import { runKill } from './kill/run-kill.ts';
import { readOptions, type SoakOptions, soakHelp } from './options.ts';
import { runSequences } from './sequences/run-sequences.ts';

async function soak({ sequences, kill }: SoakOptions): Promise<boolean> {
  let isWell = true;
  if (sequences !== undefined) isWell = await runSequences(sequences);
  if (kill !== undefined) isWell = (await runKill(kill)) && isWell;
  return isWell;
}

const options = readOptions(process.argv.slice(2), () => randomInt(1_000_000));
if (!options.ok) {
  process.stderr.write(`${options.refusal}\nnpm run soak -- --help lists what can be asked.\n`);
  process.exitCode = 2;
} else if (options.value === 'help') {
  process.stdout.write(soakHelp);
} else {
  process.exitCode = (await soak(options.value)) ? 0 : 1;
}
