import { existsSync } from 'node:fs';
import path from 'node:path';
import { lineAt, type SourceFile } from './source-files.ts';

/** Relative links in Markdown lead to a file that is there, and to a heading in it. */
export function findLinkProblems(root: string, files: readonly SourceFile[]): readonly string[] {
  const pages = new Map(
    files.filter(({ name }) => name.endsWith('.md')).map((file) => [file.name, file.text]),
  );
  return [...pages].flatMap(([name, text]) =>
    linksOf(text).flatMap(({ target, index }) => {
      const problem = brokenBecause(root, pages, name, target);
      return problem === undefined ? [] : [`${name}:${lineAt(text, index)}: ${target}: ${problem}`];
    }),
  );
}

function brokenBecause(
  root: string,
  pages: ReadonlyMap<string, string>,
  from: string,
  target: string,
): string | undefined {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return undefined;
  if (target.startsWith('/')) return 'begins at the root of a website; link relative to this file';
  const [place = '', anchor] = decodeURI(target).split('#');
  const name = place === '' ? from : path.posix.join(path.posix.dirname(from), place).replace(/\/$/, '');
  if (!pages.has(name) && !existsSync(path.join(root, name))) return 'there is no such file';
  const text = pages.get(name);
  if (anchor === undefined || text === undefined) return undefined;
  return headings(text).has(anchor) ? undefined : `${name} has no heading for #${anchor}`;
}

interface Link {
  readonly target: string;
  readonly index: number;
}

function linksOf(text: string): readonly Link[] {
  const prose = blankCode(text);
  const inline = prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g);
  const references = prose.matchAll(/^\s*\[[^\]]+\]:\s*(\S+)/gm);
  const html = prose.matchAll(/<(?:img|a)\b[^>]*\b(?:src|href)="([^"]+)"/g);
  return [...inline, ...references, ...html].map((match) => ({ target: match[1] ?? '', index: match.index }));
}

/** Code is no link; its characters are replaced one by one, so that places stay what they are. */
const blankCode = (text: string): string =>
  text.replaceAll(/^(```|~~~)[\s\S]*?^\1|`[^`\n]+`/gm, (code) => code.replaceAll(/[^\n]/g, ' '));

/** As code hosts make anchors of headings. */
export function headings(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, heading = ''] of text
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const base = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    let anchor = base;
    for (let count = 1; found.has(anchor); count += 1) anchor = `${base}-${count}`;
    found.add(anchor);
  }
  return found;
}
