import type { GraphRequest } from './graph-request.ts';

/** A query option by its name in any case: Outlook writes `$deltaToken`, the directory `$deltatoken`. */
export function option(request: GraphRequest, name: string): string | null {
  const exact = request.query.get(name);
  if (exact !== null) return exact;
  for (const [key, value] of request.query) if (key.toLowerCase() === name) return value;
  return null;
}

export const hasOption = (request: GraphRequest, name: string): boolean => option(request, name) !== null;

/** The first option with a dollar that is not among those allowed. Options without one are the client's own. */
export function strangeOption(request: GraphRequest, allowed: readonly string[]): string | undefined {
  return [...request.query.keys()].find((key) => key.startsWith('$') && !allowed.includes(key.toLowerCase()));
}

/** What `Prefer` asks for, by name: `odata.maxpagesize=5, outlook.timezone="UTC"`. */
export function preference(request: GraphRequest, name: string): string | undefined {
  const header = request.header('prefer') ?? '';
  for (const [, key, quoted, plain] of header.matchAll(/([\w.]+)\s*=\s*(?:"([^"]*)"|([^,;\s]+))/g)) {
    if (key?.toLowerCase() === name) return quoted ?? plain;
  }
  return undefined;
}
