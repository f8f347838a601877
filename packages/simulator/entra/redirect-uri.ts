const loopbackHosts = new Set(['localhost', '127.0.0.1']);

/**
 * Whether an address is one of those registered. The port of a loopback address over http is ignored
 * (https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions, 2026-11-23).
 */
export function isRegisteredRedirect(redirectUri: string, registered: readonly string[]): boolean {
  return registered.some((known) => known === redirectUri || differsOnlyInLoopbackPort(known, redirectUri));
}

function differsOnlyInLoopbackPort(known: string, asked: string): boolean {
  const knownUrl = URL.parse(known);
  const askedUrl = URL.parse(asked);
  if (knownUrl === null || askedUrl === null) return false;
  if (askedUrl.protocol !== 'http:' || !loopbackHosts.has(askedUrl.hostname)) return false;
  if (askedUrl.username !== '' || askedUrl.password !== '' || askedUrl.hash !== '') return false;
  knownUrl.port = '';
  askedUrl.port = '';
  return knownUrl.href === askedUrl.href;
}

/** Whether a page of this origin belongs to one of the registered addresses, so may read answers across origins. */
export function isRegisteredOrigin(origin: string, registered: readonly string[]): boolean {
  const asked = URL.parse(origin);
  if (asked === null || asked.origin === 'null') return false;
  return registered.some((known) => {
    const knownUrl = URL.parse(known);
    if (knownUrl === null) return false;
    if (knownUrl.origin === asked.origin) return true;
    return (
      asked.protocol === 'http:' && loopbackHosts.has(asked.hostname) && knownUrl.hostname === asked.hostname
    );
  });
}
