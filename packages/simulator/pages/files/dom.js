/** Makes an element. Members starting with `on` are listeners, `class`, `aria-…`, `data-…` and the like are attributes. */
export function make(tag, members = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(members)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.filter((child) => child !== undefined && child !== null));
  return node;
}

export const find = (selector) => document.querySelector(selector);

/** Sets text only where it differs, so that screen readers do not speak it again. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Keeps one node per key in `parent`: makes new ones, updates those that stay, removes the rest. Focus survives. */
export function keepNodes(parent, items, keyOf, create, update) {
  const known = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  let at = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let node = known.get(key);
    if (node === undefined) {
      node = create(item);
      node.dataset.key = key;
    }
    known.delete(key);
    if (node === at) at = at.nextElementSibling;
    else parent.insertBefore(node, at);
    update(node, item);
  }
  for (const node of known.values()) node.remove();
}

/** Says something to a screen reader, politely. */
export function announce(text) {
  let region = find('#announcer');
  if (region === null) {
    region = make('p', { id: 'announcer', class: 'hidden', role: 'status', 'aria-live': 'assertive' });
    document.body.append(region);
  }
  setText(region, text);
}
