import { ask, follow, get, post } from './control.js';
import { find, keepNodes, make, setText } from './dom.js';
import { faults, makeCard } from './fault-card.js';
import { unattended } from './trouble.js';

const cards = new Map();
let refresh = async () => undefined;

async function look() {
  const [view, calls] = await Promise.all([get('/control/faults'), get('/control/calls')]);
  if (view === undefined || calls === undefined) return;
  showFaults(view);
  showCalls(calls);
}

function showFaults({ settings, done, kinds }) {
  for (const fault of faults) {
    const { name, group } = fault;
    if (!cards.has(name)) {
      const made = makeCard(fault, kinds[group], (members) => unattended(change(name, members)));
      find(`#${group}`).append(made.card);
      cards.set(name, made);
    }
    cards.get(name).show(settings[name], done[name]);
  }
  const sum = Object.values(done).reduce((total, count) => total + count, 0);
  setText(
    find('#sum'),
    sum === 0 ? 'Nothing has gone wrong yet.' : `${sum} ${sum === 1 ? 'fault' : 'faults'} so far.`,
  );
}

/** After a refusal too, so that the page shows what is. */
async function change(name, members) {
  await ask('PATCH', '/control/faults', { [name]: members });
  await refresh();
}

function showCalls(calls) {
  keepNodes(
    find('#calls'),
    calls,
    ({ id }) => id,
    ({ id }) =>
      make(
        'li',
        {},
        make('span'),
        make(
          'button',
          {
            type: 'button',
            'aria-label': `Forget the call ${id}`,
            onclick: () => unattended(post(`/control/calls/${id}/forget`).then(refresh)),
          },
          'Forget it',
        ),
      ),
    (node, { id, state }) => setText(node.querySelector('span'), `${state}, ${id}`),
  );
  find('#no-calls').hidden = calls.length > 0;
}

async function start() {
  const queues = await get('/control/queues');
  find('#queue').append(
    ...(queues ?? []).map(({ displayName, number }) => make('option', { value: number }, displayName)),
  );
}

find('#reset').addEventListener('click', () => unattended(post('/control/faults/reset').then(refresh)));
find('#orphan').addEventListener('submit', (event) => {
  event.preventDefault();
  const call = { from: '+442079460999', to: find('#queue').value };
  unattended(post('/control/calls/orphan', call).then(refresh));
});
unattended(start());
refresh = follow(look);
