import { must } from '@switchboard/kit/assert';
import { probePort } from '@switchboard/store/embedded/free-port';

/** A port that nobody listens on: the public address has to be known before the server listens. */
export const freePort = async (): Promise<number> => must(await probePort(0), 'a free port');
