import { everySecond, follow, get, post, since, truth } from './control.js';
import { announce, find, make, setText } from './dom.js';
import { createSounds } from './sounds.js';
import { unattended } from './trouble.js';
import { hearingText, numberText } from './words.js';

const field = find('#number');
const own = { number: find('#own-number'), name: find('#own-name') };
const buttons = { dial: find('#dial'), hangUp: find('#hang-up'), erase: find('#erase') };
const sounds = createSounds(find('#sound'), 'telephone-sound');
/** What the caller hears while it rings, and how a telephone rings: British tones. */
const ringBack = [400, 450];
const ringTone = [1150, 950];

/** Each tab is a telephone of its own and keeps its call through a reload. */
const memory = sessionStorage;
let line;
let incoming;
let busy = false;
let keysSent = memory.getItem('keys') ?? '';

function setUp() {
  // Numbers 01632 960000 to 960999 belong to nobody: they are kept free for drama.
  own.number.value =
    memory.getItem('own-number') ??
    numberText(`+44163296${String(Math.random()).slice(2, 6).replace(/^./, '0')}`);
  own.name.value = memory.getItem('own-name') ?? '';
  memory.setItem('own-number', own.number.value);
  for (const [name, input] of Object.entries(own)) {
    input.addEventListener('change', () => {
      memory.setItem(`own-${name}`, input.value);
      unattended(refresh());
    });
  }
  for (const key of '123456789*0#') {
    find('#keypad').append(make('button', { type: 'button', onclick: () => press(key) }, key));
  }
  buttons.dial.addEventListener('click', () => unattended(incoming === undefined ? dial() : answer()));
  buttons.hangUp.addEventListener('click', () => unattended(hangUp()));
  buttons.erase.addEventListener('click', () => {
    field.value = field.value.slice(0, -1);
  });
  document.addEventListener('keydown', onKey);
  const asked = new URLSearchParams(location.search).get('to');
  if (asked !== null) field.value = numberText(asked.startsWith(' ') ? `+${asked.trim()}` : asked);
}

async function showQueues() {
  for (const { displayName, number } of (await get('/control/queues')) ?? []) {
    const fill = () => {
      if (inCall()) return;
      field.value = numberText(number);
      buttons.dial.focus();
    };
    find('#queues').append(
      make(
        'li',
        {},
        make(
          'button',
          { type: 'button', onclick: fill },
          make('strong', {}, displayName),
          make('span', { class: 'quiet' }, numberText(number)),
        ),
      ),
    );
  }
}

const inCall = () => line !== undefined && line.state !== 'ended';

function press(key) {
  sounds.key(key);
  if (!inCall()) {
    field.value += key;
    return;
  }
  keysSent += key;
  memory.setItem('keys', keysSent);
  show();
  unattended(post(`/control/lines/${line.id}/keys`, { keys: key }));
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === 'Escape' && inCall()) return unattended(hangUp());
  if (event.target instanceof HTMLInputElement && (event.target !== field || inCall())) return;
  if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement) && !inCall())
    return unattended(dial());
  if (event.target === field) return;
  if (/^[0-9*#]$/.test(event.key)) press(event.key);
  else if (event.key === '+' && !inCall()) field.value += '+';
  else if (event.key === 'Backspace' && !inCall()) field.value = field.value.slice(0, -1);
}

async function dial() {
  if (busy || inCall()) return;
  if (field.value.trim() === '') {
    setText(find('#state'), 'Choose or type a number first');
    return field.focus();
  }
  busy = true;
  const name = own.name.value.trim();
  const made = await post('/control/lines', {
    from: own.number.value,
    to: field.value,
    ...(name === '' ? {} : { name }),
  });
  busy = false;
  if (made === undefined) return;
  adopt(made.id);
  await refresh();
  buttons.hangUp.focus();
}

function adopt(id) {
  memory.setItem('line', id);
  keysSent = '';
  memory.setItem('keys', '');
}

const answer = () => post('/control/numbers/answer', { number: own.number.value });

async function hangUp() {
  if (incoming !== undefined && !inCall())
    return post('/control/numbers/decline', { number: own.number.value });
  if (!inCall()) return;
  await post(`/control/lines/${line.id}/hang-up`);
  buttons.dial.focus();
}

const plain = (number) => number.replace(/[\s().-]/g, '');

async function look() {
  const seen = await truth();
  if (seen === undefined) return;
  const mine = plain(own.number.value);
  incoming = seen.ringing.find(({ number }) => number !== null && plain(number) === mine);
  const id = memory.getItem('line');
  line = seen.lines.find((one) => one.id === id);
  if (!inCall()) {
    // Somebody called this telephone and it was answered: that call is ours now.
    const called = seen.lines.find(
      (one) => one.dialled === null && plain(one.number) === mine && one.state !== 'ended',
    );
    if (called !== undefined) {
      adopt(called.id);
      line = called;
    }
  }
  show();
}

function show() {
  const talking = inCall();
  const ringsHere = incoming !== undefined && !talking;
  const state = stateText(talking, ringsHere);
  if (find('#state').textContent !== state && talking) announce(`${state}. ${hearingText(line.hears)}`);
  setText(find('#state'), state);
  setText(find('#hears'), talking ? hearingText(line.hears) : ringsHere ? `from ${incoming.from}` : '');
  document.body.classList.toggle('in-call', talking);
  document.body.classList.toggle('called', ringsHere);
  field.readOnly = talking;
  if (talking) field.value = numberText(line.dialled ?? line.number);
  for (const input of Object.values(own)) input.disabled = talking;
  buttons.dial.hidden = talking;
  buttons.dial.setAttribute('aria-label', ringsHere ? 'Answer' : 'Dial');
  buttons.hangUp.hidden = !talking && !ringsHere;
  buttons.hangUp.setAttribute('aria-label', ringsHere ? 'Decline' : 'Hang up');
  buttons.erase.hidden = talking || ringsHere;
  showFacts(talking);
  sounds.ring(ringsHere ? ringTone : talking && line.hears?.kind === 'ringing' ? ringBack : undefined);
  sounds.play(talking && line.hears?.kind === 'prompt' ? line.hears.uri : undefined);
  showTime();
}

function stateText(talking, ringsHere) {
  if (ringsHere) return 'Incoming call';
  if (line === undefined) return 'Ready';
  if (!talking) return `Call ended: ${line.endReason ?? 'hung up'}`;
  if (line.state === 'ringing') return 'Ringing';
  return line.hears?.kind === 'holdMusic' ? 'On hold' : 'Connected';
}

function showFacts(talking) {
  find('#facts').hidden = line === undefined;
  if (line === undefined) return;
  setText(find('#fact-hears'), talking ? hearingText(line.hears) : 'Nothing, the call has ended');
  setText(find('#fact-keys'), keysSent === '' ? 'none' : keysSent);
  setText(find('#fact-silence'), `${(line.longestSilenceMs / 1000).toFixed(1)} s`);
}

function showTime() {
  const timer = find('#timer');
  if (line === undefined) return setText(timer, '');
  setText(timer, line.endedAt === null ? since(line.startedAt) : since(line.startedAt, line.endedAt));
}

setUp();
unattended(showQueues());
const refresh = follow(look);
everySecond(showTime);
