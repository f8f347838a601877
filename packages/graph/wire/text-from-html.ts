/** An automatic reply of a book's length says nothing more to a receptionist. */
const longestHtml = 50_000;
/** What stands between these tags is not for reading. */
const hidden: ReadonlySet<string> = new Set(['style', 'script', 'head', 'title']);
const breaking: ReadonlySet<string> = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'table',
  'ul',
]);
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The text of a piece of HTML, a line for each paragraph. For showing as text, never as HTML. Reads each character once. */
export function textFromHtml(html: string): string {
  let hiddenBy: string | undefined;
  let text = '';
  for (const [index, part] of html.slice(0, longestHtml).split('<').entries()) {
    const end = index === 0 ? -1 : part.indexOf('>');
    if (index > 0 && end < 0) continue;
    const name = /^\/?([a-z][a-z0-9]*)/i.exec(part)?.[1]?.toLowerCase() ?? '';
    const isTag = index > 0;
    if (isTag && hiddenBy === name && part.startsWith('/')) hiddenBy = undefined;
    else if (isTag && hidden.has(name) && !part.startsWith('/')) hiddenBy ??= name;
    if (hiddenBy !== undefined) continue;
    if (isTag && breaking.has(name)) text += '\n';
    text += (isTag ? part.slice(end + 1) : part).replaceAll(/[\r\n]+/g, ' ');
  }
  const lines = decoded(text)
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u00a0]+/g, ' ').trim());
  return lines.filter((line) => line !== '').join('\n');
}

const decoded = (text: string): string =>
  text.replaceAll(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const isHex = name.charAt(1).toLowerCase() === 'x';
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
