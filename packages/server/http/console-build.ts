import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildMark } from '@switchboard/contract/console-build';

const mark = new RegExp(`<meta name="${buildMark}" content="([0-9a-f]{1,64})"`, 'u');

/**
 * How the console was built that is served now, as its page says; undefined if there is none, or one that does not say.
 * Looked up anew each time, in some microseconds: whoever builds anew beside a running server changes what is served.
 */
export function consoleBuild(consoleFolder: string): string | undefined {
  try {
    return mark.exec(readFileSync(path.join(consoleFolder, 'index.html'), 'utf8'))?.[1];
  } catch {
    // No console is built, or just now one is being put there.
    return undefined;
  }
}
