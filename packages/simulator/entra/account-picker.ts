import { setImmediate } from 'node:timers/promises';
import type { EntraAccount, EntraAccounts } from './entra-options.ts';
import { escapeHtml, renderPage } from './page-frame.ts';

/** As many as a person can take in; the search narrows the rest. */
const longestList = 25;

export interface PickerContent {
  readonly flow: string;
  readonly tenantSegment: string;
  readonly applicationName: string;
  readonly searchedFor: string;
  readonly accounts: readonly EntraAccount[];
  readonly signedIn: ReadonlySet<string>;
}

/** Some 20 ms of reading: between two such stretches the simulator does what else is waiting, calls above all. */
const stretch = 5_000;

/**
 * Whom the picker offers: with a search everyone whose name or address contains all its words, without one only
 * those `expected` and the operators. The expected ones, hinted or signed in already, come first.
 */
export async function accountsToOffer(
  accounts: EntraAccounts,
  search: string,
  expected: readonly EntraAccount[],
): Promise<EntraAccount[]> {
  const exact = accounts.find(search.trim());
  if (exact !== undefined) return [exact];
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const isWanted = ({ displayName, userPrincipalName }: EntraAccount): boolean => {
    const text = fold(`${displayName} ${userPrincipalName}`);
    return words.every((word) => text.includes(word));
  };
  const offered = new Map<string, EntraAccount>();
  for (const account of [...expected, ...accounts.operators()]) {
    if (isWanted(account)) offered.set(account.id, account);
  }
  let seen = 0;
  for (const account of words.length === 0 ? [] : accounts.all()) {
    if (offered.size >= longestList) break;
    if (isWanted(account)) offered.set(account.id, account);
    seen += 1;
    if (seen % stretch === 0) await setImmediate();
  }
  return [...offered.values()].slice(0, longestList);
}

export function renderPicker(content: PickerContent): string {
  const action = `/${encodeURIComponent(content.tenantSegment)}/login`;
  return renderPage({
    title: 'Pick an account',
    script: '/sign-in/sign-in.js',
    body: `<h1>Pick an account</h1>
<p class="lead">to continue to <strong>${escapeHtml(content.applicationName)}</strong></p>
<form class="search" method="get" action="${escapeHtml(action)}" role="search">
<input type="hidden" name="flow" value="${escapeHtml(content.flow)}">
<input type="search" name="search" value="${escapeHtml(content.searchedFor)}" autocomplete="off" spellcheck="false" placeholder="Find somebody else" aria-label="Find somebody else by name or address">
<button type="submit">Search</button>
</form>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="flow" value="${escapeHtml(content.flow)}">
<div id="accounts" aria-live="polite">${renderAccounts(content)}</div>
<p class="actions"><button type="submit" name="cancel" value="1">Cancel</button></p>
</form>`,
  });
}

/** The list alone; the page's script puts it in place while somebody types. */
export function renderAccounts({ accounts, signedIn, searchedFor }: PickerContent): string {
  if (accounts.length === 0) {
    return `<p class="nobody">Nobody here is called “${escapeHtml(searchedFor)}”.</p>`;
  }
  return `<ul class="accounts">${accounts.map((account) => renderAccount(account, signedIn)).join('')}</ul>`;
}

function renderAccount(account: EntraAccount, signedIn: ReadonlySet<string>): string {
  const notes = [
    ...(account.isOperator ? ['Operator'] : []),
    ...(signedIn.has(account.id) ? ['Signed in'] : []),
  ];
  return (
    `<li><button type="submit" name="account" value="${escapeHtml(account.id)}">` +
    `<span class="avatar hue-${hueOf(account.id)}" aria-hidden="true">${escapeHtml(initialsOf(account.displayName))}</span>` +
    `<span class="who"><span class="name">${escapeHtml(account.displayName)}</span>` +
    `<span class="address">${escapeHtml(account.userPrincipalName)}</span></span>` +
    `${notes.map((note) => `<span class="note">${note}</span>`).join('')}</button></li>`
  );
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return `${[...(words[0] ?? '?')][0] ?? '?'}${words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''}`.toUpperCase();
};

/** One of six colours of the style sheet, always the same for a person. */
const hueOf = (id: string): number =>
  [...id].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 6;
