import { ask, follow, get } from './control.js';
import { find, keepNodes, make, setText } from './dom.js';
import { showCalendar, startCalendar } from './people-calendar.js';
import { showContacts, startContacts } from './people-contacts.js';
import { showForms, startForms } from './people-forms.js';
import { showMailbox, startMailbox } from './people-mailbox.js';
import { makeAvatar, showPresence } from './person.js';
import { unattended } from './trouble.js';

const field = find('#search');
let refresh = async () => undefined;

/** Whose principal name or id stands in the address. */
const chosen = () => new URLSearchParams(location.search).get('user');

const pathOf = (id) => `/control/people/${encodeURIComponent(id)}`;

/** After a refusal too, so that the page shows what is. */
async function change(method, path, body) {
  const answer = await ask(method, path, body);
  await refresh();
  return answer;
}

const personRow = (person) =>
  make(
    'li',
    {},
    make(
      'a',
      { href: `/people?user=${encodeURIComponent(person.id)}` },
      makeAvatar(person),
      make('span', { class: 'who' }, make('strong'), make('span', { class: 'quiet' })),
      person.isOperator ? make('span', { class: 'note' }, 'Operator') : undefined,
    ),
  );

const kinds = { guest: 'Guest', resource: 'Queue' };

function updateRow(node, person) {
  setText(node.querySelector('strong'), person.displayName);
  const job = [kinds[person.kind], person.jobTitle, person.department].filter(Boolean).join(' · ');
  setText(node.querySelector('.who .quiet'), job);
  if (person.id === chosen()) node.firstChild.setAttribute('aria-current', 'true');
  else node.firstChild.removeAttribute('aria-current');
}

function binRow(person) {
  const restore = () => {
    choose(person.id);
    return change('POST', `${pathOf(person.id)}/restore`, {});
  };
  return make(
    'li',
    {},
    make('span', {}, person.displayName),
    make(
      'button',
      {
        type: 'button',
        'aria-label': `Restore ${person.displayName}`,
        onclick: () => unattended(restore()),
      },
      'Restore',
    ),
  );
}

function choose(id) {
  history.pushState({}, '', `/people?user=${encodeURIComponent(id)}`);
}

async function look() {
  const id = chosen();
  const [people, bin] = await Promise.all([
    get(`/control/people?search=${encodeURIComponent(field.value.trim())}`),
    get('/control/bin'),
  ]);
  if (people === undefined || bin === undefined) return;
  const sorted = people.sort((one, other) => Number(other.isOperator) - Number(one.isOperator));
  const keyOf = (person) => person.id;
  keepNodes(find('#people'), sorted, keyOf, personRow, updateRow);
  setText(find('#nobody'), people.length === 0 ? `Nobody here is called “${field.value}”.` : '');
  keepNodes(find('#bin'), bin, keyOf, binRow, () => undefined);
  find('#bin-section').hidden = bin.length === 0;
  const isRemoved = id === null || bin.some((person) => person.id === id);
  await showPanel(isRemoved ? undefined : id);
}

async function showPanel(id) {
  const [client, tenant] =
    id === undefined ? [] : await Promise.all([get(pathOf(id)), get(`${pathOf(id)}/tenant`)]);
  const isThere = client !== undefined && tenant !== undefined;
  find('#panel').hidden = !isThere;
  find('#choose').hidden = isThere;
  if (!isThere || id !== chosen()) return;
  const { person } = client;
  document.title = `${person.displayName} of Contoso`;
  if (find('#avatar').dataset.person !== person.id) {
    find('#avatar').dataset.person = person.id;
    find('#avatar').replaceChildren(makeAvatar(person));
  }
  const shown = showPresence(find('#avatar .avatar'), client.presence, client.client.signedIn);
  const away = tenant.absence === null ? '' : ' · Out of office';
  setText(find('#presence'), shown + away + (tenant.note === null ? '' : ` · “${tenant.note.text}”`));
  setText(find('#name'), person.displayName);
  setText(
    find('#job'),
    [person.jobTitle, person.department, person.userPrincipalName].filter(Boolean).join(' · '),
  );
  find('#client').href = `/teams?user=${encodeURIComponent(person.userPrincipalName)}`;
  find('#client').hidden = person.kind !== 'member';
  showForms(client, tenant);
  showCalendar(tenant);
  showMailbox(tenant);
  const contacts = tenant.hasMailbox ? await get(`${pathOf(id)}/contacts`) : [];
  if (contacts !== undefined && id === chosen()) showContacts(contacts);
}

/** The pages of one person follow each other without a reload. */
find('#people').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState({}, '', link.href);
  unattended(refresh());
});
addEventListener('popstate', () => unattended(refresh()));
field.addEventListener('input', () => unattended(refresh()));

const parts = { change, path: () => pathOf(chosen()) };
startForms(parts, () => {
  history.pushState({}, '', '/people');
  return refresh();
});
startCalendar(parts);
startContacts(parts);
startMailbox(parts);
refresh = follow(look);
