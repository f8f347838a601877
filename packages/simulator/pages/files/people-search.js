import { get } from './control.js';

/** People with a Teams client, operators first; undefined when the simulator gave no answer. */
export async function findPeople(text) {
  const found = await get(`/control/people?search=${encodeURIComponent(text.trim())}`);
  return found
    ?.filter((person) => person.kind === 'member' && person.accountEnabled)
    .sort((one, other) => Number(other.isOperator) - Number(one.isOperator));
}

/** Searches while somebody types: gives undefined as well when a later search of its own has overtaken one. */
export function createSearch() {
  let latest = 0;
  return async (text) => {
    latest += 1;
    const own = latest;
    const found = await findPeople(text);
    return own === latest ? found : undefined;
  };
}
