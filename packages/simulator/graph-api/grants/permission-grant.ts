/**
 * Graph's oAuth2PermissionGrant: what an application may ask an API for in a person's name
 * (https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant, read 2026-11-29).
 */
export interface PermissionGrant {
  readonly id: string;
  /** The service principal of the application: its object id, not the application's. */
  readonly clientId: string;
  /** `AllPrincipals`: an administrator consented for everybody. `Principal`: a person for themselves. */
  readonly consentType: 'AllPrincipals' | 'Principal';
  /** The person; null where it is for everybody. */
  readonly principalId: string | null;
  /** The service principal of the API. */
  readonly resourceId: string;
  /** Names of permissions with spaces between. */
  readonly scope: string;
}

/** An application in a tenant, with what it has been granted. */
export interface GrantedPrincipal {
  readonly applicationId: string;
  /** The object id of its service principal. */
  readonly id: string;
  readonly grants: readonly PermissionGrant[];
}
