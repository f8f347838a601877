import { find, make, setText } from './dom.js';
import { unattended } from './trouble.js';

const details = find('#details').elements;
const presence = find('#presence-form').elements;
const absence = find('#absence').elements;
const texts = ['displayName', 'department', 'jobTitle', 'businessPhone', 'mobilePhone', 'officeLocation'];
let shownOf;
let isTouched = false;

/** What is being typed is left alone. */
function fill(field, value) {
  if (document.activeElement !== field) field.value = value ?? '';
}

const dateOf = (moment) => new Date(moment).toLocaleDateString('en-CA');

function absentText({ absence: absent }) {
  if (absent === null) return 'In the office.';
  const until =
    absent.until === null
      ? ''
      : `, until ${new Date(absent.until).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}`;
  return `Away${until}: “${absent.message}”`;
}

export function showForms({ person, presence: now }, tenant) {
  if (shownOf !== person.id) {
    shownOf = person.id;
    isTouched = false;
    setText(find('#saved'), '');
  }
  if (!isTouched) {
    for (const name of texts) fill(details[name], person[name]);
    fill(details.manager, tenant.manager?.displayName);
  }
  const isTalking = now.activity === 'InACall';
  find('#talking').hidden = !isTalking;
  if (!isTalking) fill(presence.presence, `${now.availability}/${now.activity}`);
  fill(presence.note, tenant.note?.text);
  fill(presence.location, tenant.workLocation);
  setText(find('#absent'), absentText(tenant));
  find('#back').disabled = tenant.absence === null;
  find('#enabled').checked = person.accountEnabled;
  find('#hidden').checked = person.isHidden;
}

/** @param gone what to do when the person is no longer there */
export function startForms({ change, path }, gone) {
  const tomorrow = dateOf(Date.now() + 86_400_000);
  absence.until.value = tomorrow;
  absence.until.min = tomorrow;
  const on = (selector, event, act) =>
    find(selector).addEventListener(event, (happened) => {
      if (event === 'submit') happened.preventDefault();
      unattended(Promise.resolve(act(happened)));
    });
  on('#details', 'input', () => {
    isTouched = true;
    setText(find('#saved'), '');
  });
  on('#details', 'submit', () => save(change, path));
  presence.presence.addEventListener('change', () => {
    const [availability, activity] = presence.presence.value.split('/');
    unattended(change('POST', `${path()}/presence`, { availability, activity }));
  });
  presence.note.addEventListener('change', () => {
    const text = presence.note.value.trim();
    unattended(
      text === '' ? change('DELETE', `${path()}/note`, {}) : change('POST', `${path()}/note`, { text }),
    );
  });
  presence.location.addEventListener('change', () =>
    unattended(change('POST', `${path()}/work-location`, { location: presence.location.value })),
  );
  on('#presence-form', 'submit', () => undefined);
  on('#absence', 'submit', () => {
    const until = new Date(`${absence.until.value}T00:00`).toISOString();
    return change('POST', `${path()}/absence`, { message: absence.message.value, until });
  });
  on('#back', 'click', () => change('DELETE', `${path()}/absence`, {}));
  on('#enabled', 'change', () => change('PATCH', path(), { accountEnabled: find('#enabled').checked }));
  on('#hidden', 'change', () => change('PATCH', path(), { isHidden: find('#hidden').checked }));
  on('#remove', 'click', () => change('DELETE', path(), {}).then(gone));
  on('#purge', 'click', () => change('DELETE', path(), { forGood: true }).then(gone));
  const departments = ['Cardiology', 'Radiology', 'Emergency Care', 'Finance', 'Information Technology'];
  find('#departments').append(...departments.map((value) => make('option', { value })));
}

async function save(change, path) {
  const body = Object.fromEntries(
    texts.map((name) => [name, details[name].value.trim() === '' ? null : details[name].value.trim()]),
  );
  // A manager is changed by a principal name; the name that is shown of one says that it is as it was.
  const manager = details.manager.value.trim();
  if (manager === '') body.managerId = null;
  if (manager.includes('@')) body.managerId = manager;
  const saved = await change('PATCH', path(), body);
  isTouched = saved === undefined;
  if (saved !== undefined) setText(find('#saved'), 'Saved.');
}
