import { everySecond, follow, get, post, since, truth } from './control.js';
import { announce, find, keepNodes, make, setText } from './dom.js';
import { createSearch, findPeople } from './people-search.js';
import { act, callOf, makeAvatar, namesIn, ringingButtons, showPresence } from './person.js';
import { createSounds } from './sounds.js';
import { showTrouble, unattended } from './trouble.js';
import { hearingText, listOf, numberText } from './words.js';

const searchWhileTyping = createSearch();
const sounds = createSounds(find('#sound'), 'wall-sound');
/** More tiles than this nobody can watch; under load the rest is left out. */
const mostTiles = 48;
/** An ended call stays in sight so long, to be read. */
const endedShown = 8000;

let operators = [];
let pinned = new Set(JSON.parse(localStorage.getItem('wall-people') ?? '[]'));
let queues = [];

async function setUp() {
  operators = ((await findPeople('')) ?? []).filter((person) => person.isOperator).map(({ id }) => id);
  queues = (await get('/control/queues')) ?? [];
  for (const { displayName, number } of queues)
    find('#queue').append(make('option', { value: number }, displayName));
  find('#place').addEventListener('submit', placeCall);
  find('#add').addEventListener('submit', add);
  find('#search').addEventListener('input', suggest);
}

async function placeCall(event) {
  event.preventDefault();
  // Numbers 01632 960000 to 960999 belong to nobody: they are kept free for drama.
  const from = `+44163296${String(Math.floor(Math.random() * 1000)).padStart(4, '0')}`;
  await post('/control/lines', { from, to: find('#queue').value });
}

async function suggest() {
  const found = await searchWhileTyping(find('#search').value);
  if (found === undefined) return;
  const options = found.slice(0, 8);
  keepNodes(
    find('#found'),
    options,
    ({ id }) => id,
    (person) => make('option', { value: person.userPrincipalName }, person.displayName),
    () => undefined,
  );
}

async function add(event) {
  event.preventDefault();
  const field = find('#search');
  const name = field.value;
  if (name.trim() === '') return announce('Type a name first');
  const found = await findPeople(name);
  if (found === undefined) return;
  const [person] = found;
  if (person === undefined) return showTrouble(`Nobody here is called “${name}”.`);
  keep(person.id, true);
  if (field.value === name) field.value = '';
}

function keep(id, isKept) {
  pinned = new Set(isKept ? [...pinned, id] : [...pinned].filter((one) => one !== id));
  localStorage.setItem('wall-people', JSON.stringify([...pinned]));
  unattended(refresh());
}

async function look() {
  const seen = await truth();
  if (seen === undefined) return;
  const ringing = seen.ringing.map(({ personId }) => personId).filter((id) => id !== null);
  const talking = seen.conversations.flatMap(({ members }) =>
    members.filter(({ kind }) => kind === 'person').map(({ id }) => id),
  );
  const ids = [...new Set([...operators, ...pinned, ...ringing, ...talking])].slice(0, mostTiles);
  const views = await Promise.all(ids.map((id) => get(`/control/people/${id}`)));
  showCallers(seen);
  showPeople(
    views.filter((view) => view !== undefined),
    seen,
  );
  sounds.ring(ringing.length > 0 ? [587, 784] : undefined, 0.4, 2500);
}

function showCallers({ lines, at }) {
  const shown = lines
    .filter((line) => line.state !== 'ended' || at - line.endedAt < endedShown)
    .slice(-mostTiles);
  find('#no-callers').hidden = shown.length > 0;
  keepNodes(find('#callers'), shown, ({ id }) => id, callerTile, updateCaller);
}

const tileParts = () => [
  make('strong', { class: 'name' }),
  make('span', { class: 'quiet detail' }),
  make('span', { class: 'doing' }),
  make('span', { class: 'timer' }),
];

function callerTile(line) {
  const hangUp = () => post(`/control/lines/${line.id}/hang-up`);
  return make(
    'li',
    { class: 'tile' },
    ...tileParts(),
    make(
      'span',
      { class: 'buttons' },
      make('button', { type: 'button', class: 'stop', onclick: hangUp }, 'Hang up'),
    ),
  );
}

function updateCaller(tile, line) {
  const queue = queues.find(({ number }) => number === line.dialled);
  setText(tile.querySelector('.name'), line.name ?? numberText(line.number));
  setText(
    tile.querySelector('.detail'),
    line.dialled === null ? 'was called' : `to ${queue?.displayName ?? numberText(line.dialled)}`,
  );
  const ended = line.state === 'ended';
  setText(tile.querySelector('.doing'), ended ? `Ended: ${line.endReason ?? ''}` : hearingText(line.hears));
  tile.dataset.since = ended ? '' : String(line.startedAt);
  tile.dataset.mood = ended ? 'ended' : (line.hears?.kind ?? '');
  tile.querySelector('.buttons').hidden = ended;
  showTime(tile);
}

function showPeople(views, seen) {
  keepNodes(
    find('#people'),
    views,
    ({ person }) => person.id,
    ({ person }) => personTile(person),
    (tile, view) => updatePerson(tile, view, callOf(seen, view)),
  );
}

function personTile(person) {
  const link = make(
    'a',
    { href: `/teams?user=${encodeURIComponent(person.userPrincipalName)}` },
    person.displayName,
  );
  const remove = make(
    'button',
    {
      type: 'button',
      class: 'remove',
      'aria-label': `Take ${person.displayName} off the wall`,
      onclick: () => keep(person.id, false),
    },
    '×',
  );
  const parts = tileParts();
  parts[0].append(link);
  return make(
    'li',
    { class: 'tile person' },
    makeAvatar(person),
    ...parts,
    make('span', { class: 'buttons' }),
    remove,
  );
}

function updatePerson(tile, { person, presence, client, ringing }, call) {
  setText(
    tile.querySelector('.detail'),
    showPresence(tile.querySelector('.avatar'), presence, client.signedIn),
  );
  tile.querySelector('.remove').hidden = !pinned.has(person.id);
  const doing =
    ringing.length > 0
      ? `${listOf(ringing.map(({ from }) => from))} is calling`
      : call === undefined
        ? ''
        : doingText(call);
  const wasRinging = tile.dataset.mood === 'incoming';
  tile.dataset.mood =
    ringing.length > 0 ? 'incoming' : call === undefined ? '' : call.onHold ? 'holdMusic' : 'talk';
  tile.dataset.since =
    ringing.length > 0 ? String(ringing[0].since) : call === undefined ? '' : String(call.joinedAt);
  setText(tile.querySelector('.doing'), doing);
  if (ringing.length > 0 && !wasRinging) announce(`${person.displayName}: ${doing}`);
  showButtons(tile.querySelector('.buttons'), person, ringing, call);
  showTime(tile);
}

function doingText(call) {
  const names = namesIn(call);
  if (call.onHold) return 'On hold';
  return names.length === 0 ? 'Alone in the call' : `With ${listOf(names)}`;
}

function showButtons(box, person, ringing, call) {
  const wanted = ringing.length > 0 ? ringing[0].id : call === undefined ? '' : 'call';
  if (box.dataset.wanted === wanted) return;
  box.dataset.wanted = wanted;
  const hangUp = () => act(person, 'hang-up');
  if (wanted === '') box.replaceChildren();
  else if (wanted === 'call')
    box.replaceChildren(make('button', { type: 'button', class: 'stop', onclick: hangUp }, 'Hang up'));
  else box.replaceChildren(ringingButtons(person, ringing[0]));
}

function showTime(tile) {
  const moment = tile.dataset.since;
  setText(tile.querySelector('.timer'), moment === '' || moment === undefined ? '' : since(Number(moment)));
}

await setUp();
const refresh = follow(look);
everySecond(() => {
  for (const tile of document.querySelectorAll('.tile')) showTime(tile);
  // Ended calls leave the wall by time, not by a change of the world.
  if (find('.tile[data-mood="ended"]') !== null) unattended(refresh());
});
