import { randomFillSync } from 'node:crypto';
import type { Clock } from '@switchboard/kit/clock';
import { type IdSource, uuidV7 } from '@switchboard/kit/ids';

/** The bytes of one id. */
const size = 10;
/** Ids of one call to the system for random bytes, which costs as much for one as for many. */
const atOnce = 400;

/** Ids by this clock and the system's randomness. */
export function createIdSource(clock: Clock): IdSource {
  const bytes = new Uint8Array(size * atOnce);
  let used = bytes.length;
  return () => {
    if (used === bytes.length) {
      randomFillSync(bytes);
      used = 0;
    }
    used += size;
    return uuidV7(clock.now(), bytes.subarray(used - size, used));
  };
}
