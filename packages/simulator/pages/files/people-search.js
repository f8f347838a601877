import { get } from './control.js';

let latest = 0;

/** People with a Teams client, operators first; undefined when a later search has overtaken this one. */
export async function searchPeople(text) {
  latest += 1;
  const own = latest;
  const found = await get(`/control/people?search=${encodeURIComponent(text.trim())}`);
  if (own !== latest || found === undefined) return undefined;
  return found
    .filter((person) => person.kind === 'member' && person.accountEnabled)
    .sort((one, other) => Number(other.isOperator) - Number(one.isOperator));
}
