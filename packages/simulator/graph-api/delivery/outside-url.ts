import { ok, type Result, refused } from '@switchboard/kit/result';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * An address that the platform may call. Microsoft takes https only; the simulator takes http too where it stays on
 * the same machine.
 */
export function outsideUrl(field: string, value: string): Result<URL, string> {
  const url = URL.parse(value);
  if (!url) return refused(`${field}: '${value}' is not an absolute address.`);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname))) return ok(url);
  return refused(`${field}: must be an https address (http is taken for this machine's loopback only).`);
}
