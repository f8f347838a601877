import type { EntraAccount, EntraAccounts } from './entra-options.ts';

/** A few accounts, given one by one. */
export function listedAccounts(accounts: readonly EntraAccount[]): EntraAccounts {
  return {
    find(idOrPrincipalName) {
      const key = idOrPrincipalName.toLowerCase();
      return accounts.find(
        ({ id, userPrincipalName }) => id.toLowerCase() === key || userPrincipalName.toLowerCase() === key,
      );
    },
    operators: () => accounts.filter(({ isOperator }) => isOperator),
    all: () => accounts,
    hasDomain: (domain) =>
      accounts.some(({ userPrincipalName }) => userPrincipalName.toLowerCase().endsWith(`@${domain}`)),
  };
}
