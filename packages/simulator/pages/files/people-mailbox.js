import { find, make, setText } from './dom.js';
import { unattended } from './trouble.js';

const form = find('#mailbox');
const { hasMailbox, timeZone, start, end } = form.elements;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
let shownOf;
let isTouched = false;

const dayBox = (day) => form.elements[`day${day}`];
const two = (number) => String(number).padStart(2, '0');
/** Minutes after midnight as a field for times wants them; there is no 24:00 in one. */
const timeOf = (minutes) =>
  `${two(Math.floor(Math.min(minutes, 1_439) / 60))}:${two(Math.min(minutes, 1_439) % 60)}`;
const minutesOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** What is being changed is left alone. */
export function showMailbox({ person, zone, hours, hasMailbox: has }) {
  if (shownOf !== person.id) {
    shownOf = person.id;
    isTouched = false;
    setText(find('#settled'), '');
  }
  form.hidden = person.kind !== 'member';
  if (isTouched) return;
  hasMailbox.checked = has;
  timeZone.value = zone;
  start.value = timeOf(hours.start);
  end.value = timeOf(hours.end);
  for (const [index] of weekdays.entries()) dayBox(index + 1).checked = hours.days.includes(index + 1);
}

export function startMailbox({ change, path }) {
  find('#zones').append(...Intl.supportedValuesOf('timeZone').map((value) => make('option', { value })));
  find('#days').append(
    ...weekdays.map((name, index) =>
      make(
        'label',
        { class: 'switch' },
        make('input', { type: 'checkbox', name: `day${index + 1}`, 'aria-label': name }),
        ` ${name.slice(0, 2)}`,
      ),
    ),
  );
  form.addEventListener('input', () => {
    isTouched = true;
    setText(find('#settled'), '');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    unattended(save(change, path));
  });
}

async function save(change, path) {
  const days = weekdays.map((_, index) => index + 1).filter((day) => dayBox(day).checked);
  const hours = { days, start: minutesOf(start.value), end: minutesOf(end.value) };
  const body = { hasMailbox: hasMailbox.checked, timeZone: timeZone.value.trim(), hours };
  const saved = await change('POST', `${path()}/mailbox`, body);
  isTouched = saved === undefined;
  if (saved !== undefined) setText(find('#settled'), 'Saved.');
}
