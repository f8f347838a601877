import { find, keepNodes, make, setText } from './dom.js';
import { createSearch } from './people-search.js';
import { makeAvatar } from './person.js';
import { unattended } from './trouble.js';

const field = find('#search');
const searchPeople = createSearch();
let searching;

const pageOf = (person) => `/teams?user=${encodeURIComponent(person.userPrincipalName)}`;

const personRow = (person) =>
  make(
    'li',
    {},
    make(
      'a',
      { href: pageOf(person) },
      makeAvatar(person),
      make(
        'span',
        { class: 'who' },
        make('strong', {}, person.displayName),
        make('span', { class: 'quiet' }, [person.jobTitle, person.department].filter(Boolean).join(' · ')),
      ),
      person.isOperator ? make('span', { class: 'note' }, 'Operator') : undefined,
    ),
  );

async function search() {
  const found = await searchPeople(field.value);
  if (found === undefined) return undefined;
  keepNodes(
    find('#people'),
    found,
    ({ id }) => id,
    personRow,
    () => undefined,
  );
  setText(find('#nobody'), found.length === 0 ? `Nobody here is called “${field.value}”.` : '');
  return found;
}

function startSearch() {
  searching = search();
  unattended(searching);
}

/** The first of what is typed now: the list may still show whom an earlier search has found. */
async function openFirst() {
  const [first] = (await searching) ?? [];
  if (first !== undefined) location.assign(pageOf(first));
}

field.addEventListener('input', startSearch);
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') unattended(openFirst());
});
startSearch();
