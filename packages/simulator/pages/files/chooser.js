import { find, keepNodes, make, setText } from './dom.js';
import { searchPeople } from './people-search.js';
import { makeAvatar } from './person.js';

const field = find('#search');

const personRow = (person) =>
  make(
    'li',
    {},
    make(
      'a',
      { href: `/teams?user=${encodeURIComponent(person.userPrincipalName)}` },
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
  if (found === undefined) return;
  keepNodes(
    find('#people'),
    found,
    ({ id }) => id,
    personRow,
    () => undefined,
  );
  setText(find('#nobody'), found.length === 0 ? `Nobody here is called “${field.value}”.` : '');
}

field.addEventListener('input', search);
field.addEventListener('keydown', (event) => {
  const first = find('#people a');
  if (event.key === 'Enter' && first !== null) location.assign(first.href);
});
search();
