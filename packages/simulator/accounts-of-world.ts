import type { EntraAccount, EntraAccounts } from './entra/entra.ts';
import { contoso } from './world/contoso.ts';
import type { Directory } from './world/directory.ts';
import { fixedPeople } from './world/fixed-people.ts';
import type { Person } from './world/person.ts';

/** Who of the directory can sign in: every member whose account is enabled. Nobody is read before being asked for. */
export function accountsOfWorld(directory: Directory): EntraAccounts {
  const domains = new Set<string>([contoso.domain]);
  // A domain that somebody has once signed in with stays with the tenant.
  directory.onChange(({ personId }) => {
    const domain = directory.find(personId)?.userPrincipalName.toLowerCase().split('@').at(-1);
    if (domain !== undefined) domains.add(domain);
  });
  const find = (idOrPrincipalName: string): EntraAccount | undefined => {
    const person = directory.find(idOrPrincipalName);
    return person && accountOf(person);
  };
  return {
    find,
    operators: () => operatorIds.flatMap((id) => find(id) ?? []),
    *all() {
      for (const person of directory.all()) {
        const account = accountOf(person);
        if (account !== undefined) yield account;
      }
    },
    hasDomain: (domain) => domains.has(domain),
  };
}

/** Only the fixed people have operators among them. */
const operatorIds = fixedPeople.filter(({ person }) => person.isOperator).map(({ person }) => person.id);

const accountOf = ({
  id,
  userPrincipalName,
  displayName,
  isOperator,
  kind,
  accountEnabled,
}: Person): EntraAccount | undefined =>
  kind === 'member' && accountEnabled ? { id, userPrincipalName, displayName, isOperator } : undefined;
