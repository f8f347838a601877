import type {} from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the console's pages, built from just these sources; empty: there is none. */
    consoleFiles: string;
  }
}
