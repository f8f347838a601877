import { everySecond, follow, get, since, truth } from './control.js';
import { announce, find, keepNodes, make, setText } from './dom.js';
import { act, callOf, makeAvatar, namesIn, ringingButtons, showPresence } from './person.js';
import { createSounds } from './sounds.js';
import { listOf } from './words.js';

const user = new URLSearchParams(location.search).get('user') ?? '';
const form = find('#settings');
const fields = form.elements;
const sounds = createSounds(find('#sound'), 'teams-sound');
const ringTone = [587, 784];

let view;
let call;
let avatar;
let told = '';

async function look() {
  const [person, seen] = await Promise.all([get(`/control/people/${encodeURIComponent(user)}`), truth()]);
  if (person === undefined || seen === undefined) return;
  view = person;
  call = callOf(seen, view);
  show();
}

function show() {
  const { person, presence, client, ringing } = view;
  if (avatar === undefined) {
    avatar = makeAvatar(person);
    find('#avatar').append(avatar);
    setText(find('#name'), person.displayName);
    setText(find('#job'), [person.jobTitle, person.department].filter(Boolean).join(' · '));
  }
  document.title = `${ringing.length > 0 ? '☎ ' : ''}${person.displayName} – Teams client`;
  setText(find('#presence'), showPresence(avatar, presence, client.signedIn));
  showRinging(ringing);
  showTalk();
  showSettings();
  find('#idle').hidden = ringing.length > 0 || call !== undefined;
  setText(
    find('#idle'),
    client.signedIn ? 'No calls. When somebody calls, it rings here.' : 'Signed out: nothing rings here.',
  );
  sounds.ring(ringing.length > 0 ? ringTone : undefined, 0.6, 2000);
  tell();
}

function showRinging(ringing) {
  keepNodes(
    find('#ringing'),
    ringing,
    ({ id }) => id,
    (one) =>
      make(
        'li',
        { class: 'incoming' },
        make('span', { class: 'pulse', 'aria-hidden': 'true' }),
        make(
          'span',
          { class: 'who' },
          make('strong', {}, one.from),
          make('span', { class: 'quiet' }, 'is calling you'),
        ),
        ringingButtons(view.person, one),
      ),
    () => undefined,
  );
}

function showTalk() {
  find('#talk').hidden = call === undefined;
  if (call === undefined) return;
  const names = namesIn(call);
  setText(find('#with'), names.length === 0 ? 'Nobody else is in this call' : listOf(names));
  setText(find('#note'), noteOf(call));
  keepNodes(
    find('#faces'),
    call.others,
    ({ participantId }) => participantId,
    (member) => makeAvatar({ id: member.id, displayName: member.name }),
    (node, member) => node.classList.toggle('held', member.onHold),
  );
  showTime();
}

function noteOf({ onHold, others, ringing }) {
  if (onHold) return 'You are on hold and hear music.';
  const notes = others.filter((member) => member.onHold).map((member) => `${member.name} is on hold.`);
  if (ringing.length > 0) notes.push(`Ringing ${listOf(ringing.map(({ name }) => name))}.`);
  return notes.join(' ');
}

function showTime() {
  if (call !== undefined) setText(find('#timer'), since(call.joinedAt));
}

/** What the person is changing at the moment is left alone. */
function showSettings() {
  const { presence, client } = view;
  const behaviour = client.behaviour;
  const values = {
    presence: presence.activity === 'InACall' ? undefined : `${presence.availability}/${presence.activity}`,
    then: client.unanswered.then,
    unansweredAfter: String(client.unanswered.afterSeconds),
    busyOnBusy: client.busyOnBusy,
    behaviour: behaviour.kind,
    behaviourAfter: 'afterSeconds' in behaviour ? String(behaviour.afterSeconds) : undefined,
  };
  fields.signedIn.checked = client.signedIn;
  for (const [name, value] of Object.entries(values)) {
    const field = fields.namedItem(name);
    if (value !== undefined && document.activeElement !== field) field.value = value;
  }
  if (fields.behaviourAfter.value === '') fields.behaviourAfter.value = '3';
  find('#after').hidden = behaviour.kind !== 'answer' && behaviour.kind !== 'decline';
}

function tell() {
  const { ringing } = view;
  const news =
    ringing.length > 0
      ? `${listOf(ringing.map(({ from }) => from))} calling`
      : call === undefined
        ? 'No call'
        : `In a call with ${listOf(namesIn(call))}`;
  if (news === told) return;
  if (told !== '') announce(news);
  told = news;
}

async function change({ target }) {
  if (target.id === 'sound' || view === undefined) return;
  if (!target.checkValidity()) return target.reportValidity();
  if (target.name === 'presence') {
    const [availability, activity] = target.value.split('/');
    await act(view.person, 'presence', { availability, activity });
    return;
  }
  const kind = fields.behaviour.value;
  const afterSeconds = Number(fields.behaviourAfter.value);
  await act(view.person, 'client', {
    signedIn: fields.signedIn.checked,
    unanswered: { afterSeconds: Number(fields.unansweredAfter.value), then: fields.then.value },
    busyOnBusy: fields.busyOnBusy.value,
    behaviour: kind === 'answer' || kind === 'decline' ? { kind, afterSeconds } : { kind },
  });
}

form.addEventListener('change', change);
form.addEventListener('submit', (event) => event.preventDefault());
find('#hang-up').addEventListener('click', () => act(view.person, 'hang-up'));
follow(look);
everySecond(showTime);
