import { follow, get } from './control.js';
import { keepNodes, make } from './dom.js';

const list = document.querySelector('#log');
const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
/** As many lines as fit beside the rest of the page. */
const longest = 12;
let newest = [];

follow(async () => {
  const entries = await get(`/control/log?since=${newest[0]?.sequence ?? 0}`);
  if (entries === undefined || entries.length === 0) return;
  newest = [...entries.toReversed(), ...newest].slice(0, longest);
  list.querySelector('.quiet')?.remove();
  keepNodes(
    list,
    newest,
    (entry) => String(entry.sequence),
    (entry) =>
      make(
        'li',
        {},
        make('time', {}, clockTime.format(entry.at)),
        make('span', { class: 'topic' }, entry.topic),
        make('span', {}, entry.message),
      ),
    () => undefined,
  );
});
