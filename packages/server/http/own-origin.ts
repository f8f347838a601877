import type { IncomingMessage } from 'node:http';

/** Another site's page may not use our cookie. Programs that are no browsers send no origin. */
export function isOurOrigin(request: IncomingMessage, publicUrl: string): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === host);
}
