import { make, setText } from './dom.js';

/** What the faults are called, what they do, and what there is to set besides how often. */
export const faults = [
  { name: 'drop', group: 'notifications', title: 'Lost', text: 'It never comes.' },
  { name: 'double', group: 'notifications', title: 'Twice', text: 'It comes a second time.' },
  {
    name: 'delay',
    group: 'notifications',
    title: 'Late',
    text: 'It comes late, and so do those of its call that follow.',
    members: ['minMs', 'maxMs'],
  },
  {
    name: 'reorder',
    group: 'notifications',
    title: 'Out of order',
    text: 'It comes late, and those of its call that follow overtake it.',
    members: ['minMs', 'maxMs'],
  },
  {
    name: 'throttle',
    group: 'requests',
    title: '429 Too many requests',
    text: 'Nothing is done.',
    members: ['retryAfterSeconds', 'sticky'],
  },
  { name: 'serverError', group: 'requests', title: '500 Server error', members: ['done'] },
  { name: 'unavailable', group: 'requests', title: '503 Unavailable', members: ['done'] },
  { name: 'gatewayTimeout', group: 'requests', title: '504 Gateway time-out', members: ['done'] },
  {
    name: 'silence',
    group: 'requests',
    title: 'No answer',
    text: 'Nothing comes until the application gives up.',
    members: ['done'],
  },
  {
    name: 'reset',
    group: 'requests',
    title: 'Cut connection',
    text: 'The connection breaks in the middle.',
    members: ['done'],
  },
  {
    name: 'forget',
    group: 'requests',
    title: 'Forgotten call',
    text: 'The request finds that Graph has lost its call.',
  },
  {
    name: 'signedOut',
    group: 'rings',
    title: 'Teams is gone',
    text: 'No client is signed in; the invitation fails.',
    members: ['people'],
  },
  {
    name: 'voicemail',
    group: 'rings',
    title: 'Voicemail picks up',
    text: 'A mailbox takes the call.',
    members: ['afterSeconds', 'people'],
  },
  {
    name: 'otherPickUp',
    group: 'rings',
    title: 'Somebody else picks up',
    text: 'Some other colleague takes the call.',
    members: ['afterSeconds', 'people'],
  },
  {
    name: 'resync',
    group: 'changes',
    title: '410 Begin again',
    text: 'A round of changes is refused; everything has to be read anew.',
    members: ['code'],
  },
  {
    name: 'replay',
    group: 'changes',
    title: 'Told again',
    text: 'A round of changes repeats some of those before.',
    members: ['changes'],
  },
  {
    name: 'missed',
    group: 'changes',
    title: 'Missed',
    text: 'A change is not told, and only “missed” says so.',
  },
  {
    name: 'loseSubscription',
    group: 'changes',
    title: 'Subscription gone',
    text: 'The subscription is gone together with the change it should have told.',
    members: ['told'],
  },
  {
    name: 'shortLife',
    group: 'changes',
    title: 'Short life',
    text: 'A subscription made or renewed ends sooner than was asked.',
    members: ['minutes'],
  },
];

const numbers = {
  minMs: ['At least, in ms', { min: 0, max: 600000 }],
  maxMs: ['At most, in ms', { min: 0, max: 600000 }],
  afterSeconds: ['After, in seconds', { min: 0, max: 120 }],
  changes: ['How many changes', { min: 1, max: 1000 }],
  minutes: ['Lives, in minutes', { min: 0.1, max: 60, step: 0.1 }],
  retryAfterSeconds: ['Retry-After, in seconds', { min: 1, max: 3600, placeholder: 'none' }],
};

/** `removeParticipant` as people read it. */
const spoken = (kind) => kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const percent = (probability) => `${Number((probability * 100).toFixed(2))} %`;

/** A card that shows a fault and asks for its change. `change` gets the members that are to be different. */
export function makeCard(fault, kinds, change) {
  const probability = make('input', { type: 'range', min: 0, max: 100, step: 0.5, name: 'probability' });
  const shown = make('output');
  const next = make('input', { type: 'number', min: 0, max: 10000, name: 'next', required: true });
  const count = make('span', { class: 'note' });
  const inputs = (fault.members ?? []).map((member) => makeMember(member, change));
  const kindPicker = kinds === undefined ? undefined : makeKinds(kinds, change);
  const title = make('h3', {}, fault.title, count);
  const card = make(
    'div',
    { class: 'fault', role: 'group', 'aria-label': fault.title },
    title,
    fault.text === undefined ? undefined : make('p', { class: 'quiet' }, fault.text),
    make('label', { class: 'chance' }, 'How often', probability, shown),
    make('label', {}, 'Surely the next', next),
    ...inputs.map(({ label }) => label),
    kindPicker?.node,
  );
  probability.addEventListener('input', () => setText(shown, percent(probability.value / 100)));
  probability.addEventListener('change', () => change({ probability: probability.value / 100 }));
  onValid(next, () => change({ next: Number(next.value) }));
  const show = (settings, done) => {
    if (document.activeElement !== probability) {
      probability.value = String(settings.probability * 100);
      setText(shown, percent(settings.probability));
    }
    fill(next, settings.next);
    for (const input of inputs) input.show(settings);
    kindPicker?.show(settings.kinds);
    setText(count, `${done} ×`);
    count.setAttribute('aria-label', `done ${done} times`);
    card.classList.toggle('on', settings.probability > 0 || settings.next > 0);
  };
  return { card, show };
}

function onValid(field, act) {
  field.addEventListener('change', () => {
    if (field.checkValidity()) act();
    else field.reportValidity();
  });
}

/** What is being typed is left alone. */
function fill(field, value) {
  if (document.activeElement !== field) field.value = value === null ? '' : String(value);
}

function makeMember(member, change) {
  if (member === 'done') return makeDone(change);
  if (member === 'code') return makeCode(change);
  if (member === 'sticky') return makeTick('sticky', 'For all requests of the tenant meanwhile', change);
  if (member === 'told') return makeTick('told', 'And “subscriptionRemoved” says so', change);
  if (member === 'people') return makePeople(change);
  const [text, limits] = numbers[member];
  const canBeNone = limits.placeholder !== undefined;
  const field = make('input', { type: 'number', name: member, required: !canBeNone, ...limits });
  onValid(field, () => change({ [member]: field.value === '' ? null : Number(field.value) }));
  return {
    label: make('label', {}, text, field),
    show: (settings) => fill(field, settings[member]),
  };
}

function makeDone(change) {
  const select = make(
    'select',
    { name: 'done' },
    make('option', { value: 'never' }, 'not done'),
    make('option', { value: 'sometimes' }, 'sometimes done'),
    make('option', { value: 'always' }, 'done, reply lost'),
  );
  select.addEventListener('change', () => change({ done: select.value }));
  return {
    label: make('label', {}, 'What was asked is', select),
    show: (settings) => fill(select, settings.done),
  };
}

function makeCode(change) {
  const select = make(
    'select',
    { name: 'code' },
    ...['syncStateNotFound', 'resyncRequired'].map((code) => make('option', { value: code }, code)),
  );
  select.addEventListener('change', () => change({ code: select.value }));
  return {
    label: make('label', {}, 'Code', select),
    show: (settings) => fill(select, settings.code),
  };
}

function makeTick(name, text, change) {
  const box = make('input', { type: 'checkbox', name });
  box.addEventListener('change', () => change({ [name]: box.checked }));
  return {
    label: make('label', { class: 'tick' }, box, text),
    show: (settings) => (box.checked = settings[name]),
  };
}

function makePeople(change) {
  const field = make('input', {
    type: 'text',
    name: 'people',
    placeholder: 'everybody',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  field.addEventListener('change', () => {
    const people = field.value.split(',').map((person) => person.trim());
    change({ people: people.filter((person) => person !== '') });
  });
  return {
    label: make('label', {}, 'Whom (addresses)', field),
    show: (settings) => fill(field, settings.people.join(', ')),
  };
}

function makeKinds(kinds, change) {
  const boxes = kinds.map((kind) => make('input', { type: 'checkbox', value: kind }));
  const summary = make('summary');
  const node = make(
    'details',
    {},
    summary,
    make(
      'div',
      { class: 'kinds' },
      ...boxes.map((box, index) => make('label', {}, box, spoken(kinds[index]))),
    ),
  );
  node.addEventListener('change', () =>
    change({ kinds: boxes.filter(({ checked }) => checked).map(({ value }) => value) }),
  );
  const show = (chosen) => {
    for (const box of boxes) box.checked = chosen.includes(box.value);
    setText(summary, chosen.length === 0 ? 'Of every kind' : `Only ${chosen.map(spoken).join(', ')}`);
  };
  return { node, show };
}
