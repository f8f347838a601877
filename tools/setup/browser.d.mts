/** A browser for the journeys: the one that CHROME_PATH names, else one that is installed, else Debian's, installed now. */
export function findBrowser(): Promise<string>;
export function installedBrowser(platform?: string, env?: NodeJS.ProcessEnv): string | undefined;
export function candidates(platform: string, env: NodeJS.ProcessEnv): string[];
