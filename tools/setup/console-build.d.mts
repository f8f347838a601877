/** Where the pages are built to. */
export declare const consoleFiles: string;
/** Whether the pages in the console's `dist` were built from just these sources. */
export declare function isConsoleBuilt(): boolean;
/** Builds them unless they are. */
export declare function buildConsole(): Promise<void>;
