import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { routes } from '@switchboard/contract/http-routes';

/** Of the project. */
const root = path.resolve(import.meta.dirname, '../../..');
const manual = 'docs/manual/';
const documents = 'docs/';
/** What an administrator copies; linked from the manual, and text as it is. */
const settings = '.env.example';

/** What is served, by its address: the manual itself, and whatever else of the documents, pictures too, it leads to. */
export interface ManualPages {
  /** The file behind an address below /manual/, as `docs/manual/queues.md`. */
  fileAt(address: string): string | undefined;
  /** Where a link of a file leads when it is served; undefined: to nothing that is. */
  hrefOf(link: string, from: string): string | undefined;
}

export async function findManualPages(): Promise<ManualPages> {
  const names = await readdir(path.join(root, documents), { recursive: true });
  const files = names
    .filter((name) => /\.(?:md|png)$/u.test(name))
    .map((name) => documents + name.split(path.sep).join('/'));
  const addresses = new Map([...files, settings].map((file) => [file, addressOf(file)]));
  const fileByAddress = new Map(Array.from(addresses, ([file, address]) => [address, file]));
  return {
    fileAt: (address) => fileByAddress.get(address),
    hrefOf(link, from) {
      if (/^[a-z]+:/i.test(link) || link.startsWith('#')) return link;
      const [target = '', anchor] = link.split('#');
      const address = addresses.get(path.posix.join(path.posix.dirname(from), target));
      if (address === undefined) return undefined;
      return `${routes.manual}/${address}${anchor === undefined ? '' : `#${anchor}`}`;
    },
  };
}

/** Where the file of a page lies. */
export const pathOf = (file: string): string => path.join(root, file);

/** The manual's own pages stand at the top, the other documents below `docs/`. */
function addressOf(file: string): string {
  if (file === `${manual}README.md`) return '';
  return file.startsWith(manual)
    ? file.slice(manual.length)
    : documents + (file.startsWith(documents) ? file.slice(documents.length) : file);
}
