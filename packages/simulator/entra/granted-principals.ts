import { createHash } from 'node:crypto';
import type { ConsentRegister } from './consent-register.ts';
import type { EntraApp } from './entra-options.ts';
import { graphApplicationId } from './scopes.ts';

/** Always the same made-up object id for a name: the tenant's service principals are not kept anywhere. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name.toLowerCase()).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The applications of the tenant with what an administrator or people themselves have granted them, as Graph lists it. */
export const grantedPrincipals = (apps: readonly EntraApp[], consents: ConsentRegister) =>
  apps.map((app) => {
    const clientId = idOf(app.applicationId);
    const grant = (principalId: string | null, scopes: readonly string[]) => ({
      id: Buffer.from(`${clientId} ${principalId}`).toString('base64url'),
      clientId,
      consentType: principalId === null ? ('AllPrincipals' as const) : ('Principal' as const),
      principalId,
      resourceId: idOf(graphApplicationId),
      scope: scopes.join(' '),
    });
    const everybody = consents.isApproved(app) ? app.delegatedPermissions : [];
    return {
      applicationId: app.applicationId,
      id: clientId,
      grants: [
        ...(everybody.length === 0 ? [] : [grant(null, everybody)]),
        ...Object.entries(app.consentedBy ?? {}).map(([personId, scopes]) => grant(personId, scopes)),
      ],
    };
  });
