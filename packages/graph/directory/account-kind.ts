import type { DirectoryPerson } from './directory-person.ts';

/** `person` of the tenant, `guest` of another one, `resource` for an account that no human sits behind. */
export type AccountKind = 'person' | 'guest' | 'resource';

/** What Teams writes into the department of a resource account, with and without the plural (docs/graph/resource-accounts.md). */
const resourceDepartment = /^microsoft communications? application instance$/i;

/** What kind of account somebody of the directory is. */
export function accountKind({ isResourceAccount, department, userType }: DirectoryPerson): AccountKind {
  if (isResourceAccount === true || resourceDepartment.test(department?.trim() ?? '')) return 'resource';
  return userType?.toLowerCase() === 'guest' ? 'guest' : 'person';
}
