import { follow, get } from './control.js';
import { find, keepNodes, make, setText } from './dom.js';

/** The text of what came as HTML, a line for each break. Never shown as HTML. */
function textOf({ contentType, content }) {
  if (contentType !== 'html') return content;
  const lines = content.replaceAll(/<br\s*\/?>/gi, '\n').replaceAll(/<\/p>/gi, '\n\n');
  return new DOMParser().parseFromString(lines, 'text/html').body.textContent.trim();
}

const entry = () => make('li', {}, make('h2'), make('p', { class: 'quiet' }), make('p', { class: 'text' }));

function update(node, { kind, from, to, subject, importance, sentAt, ...body }) {
  const what = kind === 'mail' ? `Mail: ${subject}` : `Chat with ${to}`;
  setText(node.querySelector('h2'), what);
  const urgent = importance === 'normal' ? '' : `, importance ${importance}`;
  const time = new Date(sentAt).toLocaleTimeString();
  setText(node.querySelector('.quiet'), `From ${from} to ${to}, ${time}${urgent}`);
  setText(node.querySelector('.text'), textOf(body));
}

follow(async () => {
  const answer = await get('/control/post');
  if (answer === undefined) return;
  const { post } = answer;
  keepNodes(find('#post'), post, ({ id }) => id, entry, update);
  find('#nothing').hidden = post.length > 0;
});
