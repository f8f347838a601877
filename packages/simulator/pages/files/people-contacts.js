import { find, keepNodes, make, setText } from './dom.js';
import { unattended } from './trouble.js';

const form = find('#contact').elements;
let remove = () => undefined;

const numbersOf = ({ businessPhones, mobilePhone, homePhones }) =>
  [...businessPhones, mobilePhone, ...homePhones].filter(Boolean).join(', ');

const contactRow = (contact) =>
  make(
    'li',
    {},
    make('span'),
    make(
      'button',
      {
        type: 'button',
        'aria-label': `Delete ${contact.displayName}`,
        onclick: () => unattended(remove(contact.id)),
      },
      'Delete',
    ),
  );

function updateContact(node, contact) {
  const text = [contact.displayName, contact.companyName, numbersOf(contact)].filter(Boolean).join(' · ');
  setText(node.querySelector('span'), text);
}

const folderBlock = ({ name }) => make('div', {}, make('h4', {}, name), make('ul', { class: 'plain' }));

/** People without a mailbox have no folders. */
export function showContacts(folders) {
  find('.contacts').hidden = folders.length === 0;
  keepNodes(
    find('#folders'),
    folders,
    ({ folderId }) => folderId,
    folderBlock,
    (node, { contacts }) =>
      keepNodes(node.querySelector('ul'), contacts, ({ id }) => id, contactRow, updateContact),
  );
  keepNodes(
    form.folderId,
    folders,
    ({ folderId }) => folderId,
    ({ folderId, name }) => make('option', { value: folderId }, name),
    () => undefined,
  );
}

export function startContacts({ change, path }) {
  remove = (contactId) => change('DELETE', `${path()}/contacts`, { contactId });
  find('#contact').addEventListener('submit', (event) => {
    event.preventDefault();
    const phone = form.phone.value.trim();
    const company = form.companyName.value.trim();
    const contact = {
      displayName: form.displayName.value,
      folderId: form.folderId.value,
      ...(phone === '' ? {} : { businessPhones: [phone] }),
      ...(company === '' ? {} : { companyName: company }),
    };
    unattended(
      change('POST', `${path()}/contacts`, contact).then((done) => {
        if (done !== undefined) find('#contact').reset();
      }),
    );
  });
}
