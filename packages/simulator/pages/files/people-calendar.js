import { find, keepNodes, make, setText } from './dom.js';
import { unattended } from './trouble.js';

const form = find('#meeting').elements;
const words = { oof: 'out of office', workingElsewhere: 'working elsewhere' };
let remove = () => undefined;

const clock = (moment, timeZone) =>
  new Date(moment).toLocaleString('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  });

function eventRow(event) {
  return make(
    'li',
    {},
    make('time'),
    make('span'),
    event.isPrivate ? make('em', { class: 'note' }, 'private') : undefined,
    make(
      'button',
      {
        type: 'button',
        'aria-label': `Take ${event.subject} out of the calendar`,
        onclick: () => unattended(remove(event.id)),
      },
      'Take out',
    ),
  );
}

export function showCalendar({ events, sharing, zone }) {
  const select = find('#sharing');
  if (document.activeElement !== select) select.value = sharing;
  keepNodes(
    find('#events'),
    events,
    ({ id }) => id,
    eventRow,
    (node, event) => {
      const end = clock(event.end, zone).replace(/^\w+,? /, '');
      setText(
        node.querySelector('time'),
        event.isAllDay ? 'all day' : `${clock(event.start, zone)} – ${end}`,
      );
      const where = event.location === null ? '' : `, ${event.location}`;
      setText(
        node.querySelector('span'),
        `${event.subject}${where} (${words[event.showAs] ?? event.showAs})`,
      );
    },
  );
  find('#no-events').hidden = events.length > 0;
}

/** The next full half hour, as a field for local times wants it. */
function soon() {
  const half = 1_800_000;
  const at = new Date(Math.ceil(Date.now() / half) * half);
  return new Date(at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function startCalendar({ change, path }) {
  form.start.value = soon();
  remove = (eventId) => change('DELETE', `${path()}/meetings`, { eventId });
  find('#sharing').addEventListener('change', () =>
    unattended(change('POST', `${path()}/sharing`, { sharing: find('#sharing').value })),
  );
  find('#meeting').addEventListener('submit', (event) => {
    event.preventDefault();
    const meeting = {
      subject: form.subject.value,
      start: new Date(form.start.value).toISOString(),
      minutes: Number(form.minutes.value),
      showAs: form.showAs.value,
      isPrivate: form.isPrivate.checked,
    };
    unattended(change('POST', `${path()}/meetings`, meeting));
  });
}
